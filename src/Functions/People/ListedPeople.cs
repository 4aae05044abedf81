using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.People;

/// <summary>Who is in a cohort, as its coordinator gave it, and who has not answered yet.</summary>
/// <param name="People">By name.</param>
public sealed record ListedPeople(IReadOnlyList<ListedPerson> People)
{
    internal static ListedPeople Of(CohortSnapshot cohort) => new(
        [.. cohort.People.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => ListedPerson.Of(p, cohort))]);
}

/// <param name="Role">In the scheme's words.</param>
/// <param name="Managers">Nearest first.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="PenPortraitAt">UTC; left out while it has not come.</param>
/// <param name="AnswerBy">UTC; until when the pen portrait can be sent.</param>
/// <param name="NoMailSince">UTC; since when nothing is delivered to the address, which has to be corrected.</param>
/// <param name="LeftAt">UTC; somebody who has left, and whose data is about to go.</param>
public sealed record ListedPerson(
    string Id, string Name, string Email, string Role, string Organisation, string Rank, string Team,
    IReadOnlyList<string> Managers, IReadOnlyList<string> Courts, int MentorPlaces, int MenteePlaces,
    DateTimeOffset AddedAt, DateTimeOffset? PenPortraitAt, DateTimeOffset AnswerBy, DateTimeOffset? NoMailSince, DateTimeOffset? LeftAt)
{
    internal static ListedPerson Of(Person person, CohortSnapshot cohort) => new(
        person.Id,
        person.Name,
        person.Email,
        cohort.Scheme.Words.RoleOf(person.Roles),
        person.Organisation,
        person.Rank,
        person.Team,
        person.ManagerChain,
        person.Courts,
        person.MentorPlaces,
        person.MenteePlaces,
        person.AddedAt,
        person.Portrait?.FirstSentAt,
        LateJoiners.Deadline(person, cohort.Definition),
        person.SuppressedAt,
        person.WithdrawnAt);
}
