using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Rehearsal.Record;

namespace ReverseMentoring.Rehearsal;

/// <summary>A rehearsal that came to its end.</summary>
/// <param name="Cohorts">The cohorts as they stand in the store at the end.</param>
/// <param name="Failures">What did not come out as the script says; empty when all did.</param>
public sealed record PlayedRehearsal(
    IReadOnlyList<CohortSnapshot> Cohorts,
    Recorder Record, IReadOnlyList<string> Failures, string Folder, string? Trace, DateTimeOffset Ended, TimeSpan Took);
