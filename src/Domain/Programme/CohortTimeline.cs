using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// The heart: from a cohort as stored and the time, the ordered steps with what is done, due and next.
/// The orchestrator, the status page and the rehearsal all read this one function.
/// </summary>
/// <param name="Steps">First those behind it in the order they were done, then those ahead by date.</param>
public sealed record CohortTimeline(IReadOnlyList<TimelineStep> Steps)
{
    /// <summary>The step to do now, or null.</summary>
    public TimelineStep? DueNow => Steps.Where(s => s.State == StepState.Due).OrderBy(s => s.Due).ThenBy(s => s.Kind).FirstOrDefault();

    /// <summary>A due step that emails do not go before: somebody's data has to go.</summary>
    public TimelineStep? UrgentNow => Steps.FirstOrDefault(s => s is { State: StepState.Due, Kind: StepKind.Withdrawal or StepKind.Erasure });

    /// <summary>When the next date arrives (UTC); null where only a person's decision can move the cohort on.</summary>
    public DateTimeOffset? WakesAt => Steps.Where(s => s.State == StepState.Upcoming).Min(s => s.Due);

    public TimelineStep? Find(string stepId) => Steps.FirstOrDefault(s => s.Id == stepId);

    public static CohortTimeline Of(CohortSnapshot cohort, DateTimeOffset now)
    {
        var done = cohort.Cohort.Steps.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var steps = Planned(cohort, done, now)
            .Concat(ByPeople(cohort, done, now))
            .Concat(LateTimeline.Of(cohort).Concat(MatchingTimeline.Of(cohort)).Select(s =>
                Place(s.Id, s.Name, s.Kind, s.Number, s.Due, Paused(cohort) ?? s.WaitsFor, done, now) with { PairId = s.PairId, PersonId = s.PersonId }))
            .ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var past in cohort.Cohort.Steps.Where(s => !steps.ContainsKey(s.Id)))
        {
            steps[past.Id] = new TimelineStep(past.Id, past.Name, StepNames.KindOf(past.Id), 0, past.Due, StateOf(past), past.DoneAt);
        }

        return new CohortTimeline([.. steps.Values
            .OrderBy(s => s.DoneAt is null)
            .ThenBy(s => s.DoneAt ?? s.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(s => s.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(s => s.Kind)
            .ThenBy(s => s.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<TimelineStep> Planned(CohortSnapshot cohort, Dictionary<string, StepRecord> done, DateTimeOffset now)
    {
        var released = done.ContainsKey(Proposal.FirstRelease);
        var called = cohort.Cohort.CancelledAt is not null;
        foreach (var step in PlannedSteps.Of(cohort.Definition))
        {
            var moot = called || (step.Kind == StepKind.ReleaseReminder && (released || cohort.Proposal?.ReleasedAt is not null));
            if (done.ContainsKey(step.Id) || !moot)
            {
                yield return Place(step.Id, step.Name, step.Kind, step.Number, cohort.Instant(step.At), Obstacle(cohort, step, done, released), done, now);
            }
        }

        if (released || !called)
        {
            yield return Place(
                Proposal.FirstRelease, Proposal.FirstRelease, StepKind.MatchesReleased, 0, cohort.Proposal?.ReleasedAt,
                Paused(cohort) ?? (cohort.Proposal?.ReleasedAt is null ? "the coordinator to release the matches" : null), done, now);
        }

        if (called)
        {
            yield return Place("cancellation", "cancellation", StepKind.Cancellation, 0, cohort.Cohort.CancelledAt, null, done, now);
        }

        // A pause does not hold these up: people may be waiting for the old date.
        foreach (var untold in cohort.Cohort.Untold)
        {
            yield return Place(untold.StepId(), "change-notice", StepKind.ChangeNotice, 0, cohort.Cohort.Changes[untold.Number - 1].At, null, done, now);
        }
    }

    private static IEnumerable<TimelineStep> ByPeople(CohortSnapshot cohort, Dictionary<string, StepRecord> done, DateTimeOffset now)
    {
        foreach (var person in cohort.People.Where(p => p.WithdrawnAt is not null))
        {
            yield return Place($"withdrawal-{person.Id}", "withdrawal", StepKind.Withdrawal, 0, person.WithdrawnAt, null, done, now) with { PersonId = person.Id };
        }

        var clocks = cohort.People.Where(p => p.TakesPart)
            .Select(p => RetentionClock.RunsOut(p, cohort.Definition, now))
            .OfType<DateTimeOffset>().Distinct().Order().ToList();
        foreach (var runsOut in clocks)
        {
            var notice = RetentionClock.Notice(runsOut, cohort.Definition);
            yield return Place(StepNames.Dated("retention-notice", runsOut), "retention-notice", StepKind.RetentionNotice, 0, notice, null, done, now);
            yield return Place(StepNames.Free("erasure", runsOut, done), "erasure", StepKind.Erasure, 0, runsOut, null, done, now);
        }

        var obstacle = cohort.People.Count > 0 ? "everyone's data to be erased"
            : done.ContainsKey(Proposal.FirstRelease) && !done.ContainsKey("report-ready") && cohort.Cohort.CancelledAt is null ? "the report"
            : null;
        var lastErasure = cohort.People.Count > 0 || obstacle is not null
            ? clocks.Count > 0 && clocks.Count == cohort.People.Select(p => p.MentoringEndedAt).Distinct().Count() ? clocks[^1] : (DateTimeOffset?)null
            : done.Values.Select(s => s.DoneAt).DefaultIfEmpty(now).Max();
        yield return Place("cohort-closed", "cohort-closed", StepKind.CohortClosed, 0, lastErasure, obstacle, done, now);
    }

    private static string? Obstacle(CohortSnapshot cohort, DatedStep step, Dictionary<string, StepRecord> done, bool released) =>
        Paused(cohort)
        ?? step.Kind switch
        {
            StepKind.MatchesProposed when !done.ContainsKey("portrait-deadline") => "the pen-portrait deadline",
            StepKind.ReleaseReminder when cohort.Proposal is null => "the proposal",
            StepKind.ReportReady when !done.ContainsKey("evaluation-closes") => "the evaluation to close",
            _ when !released && NeedsPairs(step) => "the matches to be released",
            _ => null,
        };

    private static bool NeedsPairs(DatedStep step) => step.Kind >= StepKind.EventInvitation && step.Event?.Kind != EventKind.Training;

    private static string? Paused(CohortSnapshot cohort) => cohort.Cohort.Paused ? "the coordinator to resume the cohort" : null;

    private static TimelineStep Place(
        string id, string name, StepKind kind, int number, DateTimeOffset? due, string? obstacle, Dictionary<string, StepRecord> done, DateTimeOffset now) =>
        done.TryGetValue(id, out var record) ? new TimelineStep(id, name, kind, number, record.Due, StateOf(record), record.DoneAt)
        : obstacle is not null && (due is null || due <= now) ? new TimelineStep(id, name, kind, number, due, StepState.Waiting, null, obstacle)
        : due <= now ? new TimelineStep(id, name, kind, number, due, StepState.Due)
        : new TimelineStep(id, name, kind, number, due, StepState.Upcoming, null, obstacle);

    private static StepState StateOf(StepRecord record) => record.Skipped ? StepState.Skipped : StepState.Done;
}
