using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Planning;

/// <summary>Who helps to run a cohort, in place of whoever did.</summary>
public sealed record TeamRequest(IReadOnlyList<TeamMember> Team)
{
    private const int Most = 20;

    private static readonly Dictionary<string, TeamRole> Roles =
        Enum.GetValues<TeamRole>().ToDictionary(r => r.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Outcome<TeamRequest> Read(FieldReader fields) => fields.Done(new TeamRequest(ReadTeam(fields, required: true)));

    /// <summary>As it stands in a definition too.</summary>
    internal static List<TeamMember> ReadTeam(FieldReader fields, bool required) => fields.List("team", Most, ReadMember, required);

    /// <summary>It may change at any time, until the cohort is over.</summary>
    public Outcome<Cohort> Decide(Cohort cohort)
    {
        if (cohort.Status is CohortStatus.Closed)
        {
            return Refusal.Conflict("This cohort is closed; nothing about it can change.");
        }

        var definition = cohort.Definition with { Team = Team };
        var problems = CohortDefinitionRules.CheckTeam(definition).ToList();
        return problems.Count > 0 ? Refusal.Invalid(problems) : cohort with { Definition = definition };
    }

    private static TeamMember ReadMember(FieldReader fields)
    {
        var member = new TeamMember(
            fields.Text("name", 120), fields.Text("email", 254), fields.OneOf("role", Roles, TeamRole.Taskforce));
        if (member.Email.Length > 0 && EmailAddress.Parse(member.Email) is null)
        {
            fields.Fail("email", "is not an email address", "");
        }

        fields.RefuseUnknown();
        return member;
    }
}
