using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Plan;

/// <summary>A preset, a purpose and one date make a draft; its plan can then be changed in everything.</summary>
public sealed class NewPage(
    CohortCreator creator, ICohortStore store, ISchemeLibrary schemes, IPublicHolidays holidays, PageRenderer pages) : ConsolePage
{
    private const string DefaultZone = "Europe/London";

    private static readonly string[] Fields =
        ["scheme", "name", "purpose", "plan-evidence", "plan-measures", "plan-ownerName", "plan-ownerEmail", "launch",
            "coordinator-name", "coordinator-email", "timeZone", "country"];

    public override string Route => "new";

    public override Audience Audience => Audience.Staff;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var fields = Fields.ToDictionary(f => f, _ => "", StringComparer.Ordinal);
        fields["timeZone"] = DefaultZone;
        fields["coordinator-email"] = visit.Session.Email;
        if (visit.Asked("from") is { Length: > 0 } from && await store.FindAsync<Cohort>(from, Cohort.DocumentId, cancellation) is { } last
            && visit.Member.Coordinates(last.Value.Definition))
        {
            var copied = DefinitionForm.Fields(last.Value.Definition);
            foreach (var field in Fields.Where(copied.ContainsKey))
            {
                fields[field] = copied[field];
            }

            fields["scheme"] = last.Value.Definition.Scheme;
        }

        return Show(visit, fields);
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Does != "plan")
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var words = pages.WordsOf("console/new");
        var fields = Fields.ToDictionary(f => f, f => visit.Typed(f).Trim(), StringComparer.Ordinal);
        if (!visit.Member.Administers)
        {
            // Whoever plans a cohort can see it afterwards; an administrator may plan it for somebody else.
            fields["coordinator-email"] = visit.Session.Email;
        }

        var problems = Problems(fields, words).ToList();
        if (problems.Count > 0)
        {
            return Show(visit, fields).Refused(Refusal.Invalid(problems));
        }

        var scheme = schemes.Find(fields["scheme"])!;
        var launch = DateTime.Parse(fields["launch"], CultureInfo.InvariantCulture);
        var country = fields["country"].Length > 0 ? fields["country"] : scheme.Country;
        var days = country is null or CohortDefinition.NoCountry
            ? WorkingDays.WeekendsOnly
            : holidays.Of(country, launch.Year - 1, launch.Year + 3);
        var definition = NewCohort.Of(
            scheme, await NewCohort.IdOfAsync(store, fields["name"], cancellation), fields["name"], fields["purpose"], fields["timeZone"],
            country, new Coordinator(fields["coordinator-name"], fields["coordinator-email"]),
            Timetable.From(launch, scheme.Timetable, days), words);
        var typed = DefinitionForm.Fields(definition);
        foreach (var field in Fields.Where(f => f.StartsWith("plan-", StringComparison.Ordinal)))
        {
            typed[field] = fields[field];
        }

        var created = await creator.CreateAsync(DefinitionForm.Read(definition, typed), cancellation);
        return created.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{created.Value.CohortId}/plan", new Deed("created", created.Value.CohortId))
            : Show(visit, fields).Refused(created.Refusal);
    }

    private IEnumerable<Problem> Problems(Dictionary<string, string> fields, PageWords words)
    {
        foreach (var field in new[] { "name", "purpose", "coordinator-name" }.Where(f => fields[f].Length == 0))
        {
            yield return new Problem($"/{field.Replace('-', '/')}", words[$"{field}.missing"]);
        }

        if (schemes.Find(fields["scheme"]) is null)
        {
            yield return new Problem("/scheme", words["scheme.missing"]);
        }

        if (!DateTime.TryParseExact(
            fields["launch"], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return new Problem("/launch", words["launch.missing"]);
        }

        if (EmailAddress.Parse(fields["coordinator-email"]) is null)
        {
            yield return new Problem("/coordinator/email", words["coordinator-email.missing"]);
        }

        if (fields["country"].Length > 0 && fields["country"] != CohortDefinition.NoCountry
            && !holidays.Countries.Contains(fields["country"]))
        {
            yield return new Problem("/country", words["country.missing"]);
        }
    }

    private ConsoleAnswer Show(Visit visit, Dictionary<string, string> fields) => new("new", Of(
        ("field", fields.ToDictionary(f => f.Key.Replace('-', '_').ToLowerInvariant(), f => (object?)f.Value, StringComparer.Ordinal)),
        ("own_address", !visit.Member.Administers),
        ("schemes", schemes.Ids.Select(
            id => Of(("id", id), ("name", schemes.Find(id)!.Name), ("chosen", id == fields["scheme"]))).ToList()),
        ("countries", holidays.Countries),
        ("none", CohortDefinition.NoCountry)))
    {
        Place = "new",
    };
}
