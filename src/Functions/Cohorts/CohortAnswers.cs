using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <param name="Cohorts">In order of id.</param>
public sealed record CohortList(IReadOnlyList<CohortSummary> Cohorts);

/// <param name="StatusAt">The path of its status.</param>
public sealed record CohortSummary(string Id, string Name, CohortStatus Status, bool Paused, string StatusAt);

/// <param name="KeptUntil">UTC; when a draft that is not started is deleted with everybody in it.</param>
/// <param name="Warnings">Dates on weekends and public holidays.</param>
public sealed record CreatedCohort(string Id, CohortStatus Status, DateTimeOffset? KeptUntil, IReadOnlyList<DateWarning> Warnings)
{
    internal static CreatedCohort Of(Cohort cohort, IPublicHolidays holidays) => new(
        cohort.CohortId,
        cohort.Status,
        DraftClock.RunsOut(cohort),
        DateWarnings.Of(cohort.Definition, holidays.Of(cohort.Definition)));
}

/// <param name="StatusAt">The path of its status.</param>
public sealed record StartedCohort(string Id, CohortStatus Status, string StatusAt);

/// <param name="KeptUntil">UTC; of a draft: when it is deleted with everybody in it, unless it is started or given other dates.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record ShownCohort(
    string Id, CohortStatus Status, bool Paused, DateTimeOffset? KeptUntil,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, CohortDefinition Definition, IReadOnlyList<AppliedChange> Changes);

/// <param name="Changed">The change as it is kept with the cohort.</param>
/// <param name="Warnings">Dates that came with the change and are on weekends or public holidays.</param>
public sealed record ChangedCohort(string Id, AppliedChange Changed, IReadOnlyList<DateWarning> Warnings);
