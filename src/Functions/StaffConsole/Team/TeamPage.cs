using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Team;

/// <summary>Who helps to run the cohort, and what each sees.</summary>
public sealed class TeamPage(CohortReader reader, CohortChanger changer) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/team";

    public override Audience Audience => Audience.Coordinator;

    public override Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) => Task.FromResult(Show(visit));

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var team = JsonSerializer.SerializeToNode(cohort.Definition.Team, DocumentJson.Options)!.AsArray();
        var standing = team.Count;
        switch (visit.Does)
        {
            case "add":
                team.Add((JsonNode)new JsonObject
                {
                    ["name"] = visit.Typed("name").Trim(),
                    ["email"] = visit.Typed("email").Trim(),
                    ["role"] = visit.Typed("role"),
                });
                break;
            case "remove" when cohort.Definition.Team.Any(m => EmailAddress.Same(m.Email, visit.Typed("email"))):
                team = new JsonArray([.. team.Where(m => !EmailAddress.Same((string)m!["email"]!, visit.Typed("email")))
                    .Select(m => m!.DeepClone())]);
                break;
            default:
                return ConsoleAnswer.NoSuchButton;
        }

        var asked = JsonSerializer.SerializeToElement(new JsonObject { ["team"] = team });
        var changed = await TeamRequest.Read(FieldReader.Of(asked))
            .ThenAsync(request => changer.ChangeTeamAsync(cohort, request, cancellation));
        return changed.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/team", new Deed(visit.Does == "add" ? "team-added" : "team-removed"))
            : Show(visit).Refused(AtField(changed.Refusal, $"/team/{standing}/"));
    }

    private static ConsoleAnswer Show(Visit visit) => new("team", Of(
        ("coordinator", Of(
            ("name", visit.Cohort.Definition.Coordinator.Name), ("email", visit.Cohort.Definition.Coordinator.Email))),
        ("team", visit.Cohort.Definition.Team.Select(m => Of(
            ("name", m.Name), ("email", m.Email), ("role", m.Role.ToString().ToLowerInvariant()))).ToList()),
        ("two_people", visit.Cohort.Scheme.TwoPeople.Count > 0),
        ("alone", visit.Cohort.Definition.Team.All(m => m.Role != TeamRole.Coordinator)),
        ("name", visit.Typed("name")),
        ("email", visit.Does == "add" ? visit.Typed("email") : ""),
        ("role", visit.Typed("role"))))
    {
        Place = "team",
    };

    /// <summary>What is wrong with the last of the list is wrong with what was typed.</summary>
    private static Refusal AtField(Refusal refusal, string place) => refusal with
    {
        Problems = [.. refusal.Problems.Select(p => p with { Place = p.Place.Replace(place, "/", StringComparison.Ordinal) })],
    };
}
