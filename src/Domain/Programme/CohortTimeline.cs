using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// The heart: from a cohort as stored and the time, the ordered steps with what is done, due and next.
/// The orchestrator, the status page and the rehearsal all read this one function.
/// </summary>
/// <param name="Steps">First those behind it in the order they were done, then those ahead by date.</param>
public sealed record CohortTimeline(IReadOnlyList<TimelineStep> Steps)
{
    /// <summary>The step to do now, or null.</summary>
    public TimelineStep? DueNow => Steps.Where(s => s.State == StepState.Due).OrderBy(s => s.Ready).ThenBy(s => s.Due)
        .ThenBy(s => s.Order).FirstOrDefault();

    /// <summary>A due step that emails do not go before: somebody's data has to go.</summary>
    public TimelineStep? UrgentNow => Steps.FirstOrDefault(s => s is { State: StepState.Due, Declaration.GoesBeforeMail: true });

    /// <summary>What the people who run the cohort may see of it.</summary>
    public IEnumerable<TimelineStep> Shown => Steps.Where(s => s.Declaration is not ({ IsConfidential: true } or { IsRoutine: true }));

    /// <summary>When the next date arrives (UTC); null where only a person's decision can move the cohort on.</summary>
    public DateTimeOffset? WakesAt => Steps.Where(s => s.State == StepState.Upcoming).Min(s => s.Ready);

    public TimelineStep? Find(string stepId) => Steps.FirstOrDefault(s => s.Id == stepId);

    /// <param name="declarations">Every kind of step of the programme.</param>
    /// <param name="now">UTC.</param>
    internal static CohortTimeline Of(IReadOnlyList<StepDeclaration> declarations, CohortSnapshot cohort, DateTimeOffset now)
    {
        var done = cohort.Cohort.Steps.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var steps = declarations.SelectMany(d => Ahead(d, cohort, done, now)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var past in cohort.Cohort.Steps.Where(s => !steps.ContainsKey(s.Id)))
        {
            steps[past.Id] = Behind(past, declarations.FirstOrDefault(d => d.Kind == past.Kind));
        }

        return new CohortTimeline([.. steps.Values
            .OrderBy(s => s.DoneAt is null)
            .ThenBy(s => s.DoneAt ?? s.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(s => s.Due ?? DateTimeOffset.MaxValue)
            .ThenBy(s => s.Order)
            .ThenBy(s => s.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<TimelineStep> Ahead(
        StepDeclaration declaration, CohortSnapshot cohort, Dictionary<string, StepRecord> done, DateTimeOffset now) =>
        from step in declaration.Occurs(declaration, cohort, now)
        where done.ContainsKey(step.Id) || cohort.Cohort.CancelledAt is null || !declaration.EndsWithCancellation
        select Placed(declaration, step, cohort, done, now);

    private static TimelineStep Placed(
        StepDeclaration declaration, StepOccurrence step, CohortSnapshot cohort, Dictionary<string, StepRecord> done, DateTimeOffset now)
    {
        var (due, moved) = OnWorkingDay(declaration, step, cohort);
        if (done.TryGetValue(step.Id, out var record))
        {
            return Behind(record, declaration) with
            {
                Number = step.Number,
                PersonId = step.PersonId,
                PairId = step.PairId,
                Moved = record.Due == due ? moved : null,
            };
        }

        var waitsFor = cohort.Cohort.Paused && declaration.IsHeldByPause ? "the coordinator to resume the cohort" : step.WaitsFor;
        var ahead = new TimelineStep(step.Id, step.Name, declaration, due, StepState.Upcoming, null, waitsFor)
        {
            Number = step.Number,
            IsSettled = step.IsSettled,
            PersonId = step.PersonId,
            PairId = step.PairId,
            Moved = moved,
        };
        var hasCome = ahead.Ready is null || ahead.Ready <= now;
        var state = waitsFor is not null && hasCome ? StepState.Waiting : ahead.Ready <= now ? StepState.Due : StepState.Upcoming;
        var dayOff = due is { } day && state == StepState.Upcoming ? cohort.Days.WhyOff(day, cohort.Definition.Zone) : null;
        return ahead with
        {
            State = state,
            DayOff = dayOff,
            MailFrom = dayOff is not null && declaration.OnDayOff == DayOff.MailWaits ? declaration.Told(due!.Value, cohort) : null,
        };
    }

    /// <summary>What lay behind the cohort when it was started is done at once: to start it was to ask for that.</summary>
    private static (DateTimeOffset? Due, MovedStep? Moved) OnWorkingDay(
        StepDeclaration declaration, StepOccurrence step, CohortSnapshot cohort)
    {
        if (declaration.OnDayOff != DayOff.Moves || step.Due is not { } due || due <= cohort.Cohort.StartedAt)
        {
            return (step.Due, null);
        }

        var zone = cohort.Definition.Zone;
        var moved = cohort.Days.Move(due, zone, step.Deadline);
        return (moved, moved == due ? null : new MovedStep(due, cohort.Days.WhyOff(due, zone)!));
    }

    private static TimelineStep Behind(StepRecord record, StepDeclaration? declaration) =>
        new(record.Id, record.Name, declaration, record.Due, record.Skipped ? StepState.Skipped : StepState.Done, record.DoneAt);
}
