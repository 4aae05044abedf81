using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;

namespace ReverseMentoring.Functions.Cohorts;

/// <param name="Cohorts">In order of id.</param>
public sealed record CohortList(IReadOnlyList<CohortSummary> Cohorts);

/// <param name="StatusAt">The path of its status.</param>
public sealed record CohortSummary(string Id, string Name, CohortStatus Status, bool Paused, string StatusAt);

/// <param name="Warnings">Dates on weekends and public holidays.</param>
public sealed record CreatedCohort(string Id, CohortStatus Status, IReadOnlyList<DateWarning> Warnings);

/// <param name="StatusAt">The path of its status.</param>
public sealed record StartedCohort(string Id, CohortStatus Status, string StatusAt);

/// <param name="CreatedAt">UTC.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record ShownCohort(
    string Id, CohortStatus Status, bool Paused,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, CohortDefinition Definition, IReadOnlyList<AppliedChange> Changes);

/// <param name="Changed">The change as it is kept with the cohort.</param>
/// <param name="Warnings">Dates that came with the change and are on weekends or public holidays.</param>
public sealed record ChangedCohort(string Id, AppliedChange Changed, IReadOnlyList<DateWarning> Warnings);
