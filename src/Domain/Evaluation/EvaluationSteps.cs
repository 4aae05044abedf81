using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>The evaluation, which also asks those whose pair ended early, and the report that everyone hears of (T6).</summary>
public static class EvaluationSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Opens, Reminder, Closes, Report];

    public static readonly StepDeclaration Opens = new()
    {
        Kind = "evaluation-opens",
        Order = 260,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) =>
        [
            step.Once(cohort.Instant(cohort.Definition.Evaluation.Opens), Released.Awaited(cohort)) with { Deadline = Closing(cohort) },
        ],
        Plan = c => IsOver(c) ? Effects.TooLate : Effects.Mail(Asked(c).Select(p => c.To(p, EvaluationEmails.Opening))),
    };

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "evaluation-reminder",
        Order = 270,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => [step.Once(RemindAt(cohort), Released.Awaited(cohort)) with { Deadline = Closing(cohort) }],
        Plan = c => IsOver(c) || c.ToldSince(Opens)
            ? Effects.TooLate
            : Effects.Mail(Asked(c).Where(p => p.EvaluatedAt is null && !p.NudgesPaused).Select(p => c.To(p, EvaluationEmails.Reminder))),
    };

    public static readonly StepDeclaration Closes = new()
    {
        Kind = "evaluation-closes",
        Order = 280,
        WaitsForLate = true,
        Occurs = (step, cohort, _) => [step.Once(Closing(cohort), Released.Awaited(cohort))],
        Plan = _ => Effects.Nothing,
    };

    /// <summary>What people wrote in their evaluation is read here alone.</summary>
    public static readonly StepDeclaration Report = new()
    {
        Kind = "report-ready",
        Order = 290,
        WaitsForLate = true,
        OnDayOff = DayOff.Moves,
        Reads = [new Need.All<EvaluationAnswer>(EvaluationAnswer.DocumentKind)],
        Occurs = (step, cohort, _) =>
        [
            step.Once(Closing(cohort), Closes.IsDone(cohort.Cohort) ? Released.Awaited(cohort) : "the evaluation to close"),
        ],
        Plan = c => new Effects
        {
            Writes = [Effects.Create(ReportMaker.Make(c.Cohort, c.Read.All<EvaluationAnswer>(), c.Now))],
            Files = [ServiceFiles.Report],
            Mails = [c.ToCoordinator(EvaluationEmails.Report), .. Asked(c).Select(p => c.To(p, EvaluationEmails.Report))],
        },
    };

    private static DateTimeOffset Closing(CohortSnapshot cohort) => cohort.Instant(cohort.Definition.Evaluation.Closes);

    private static DateTimeOffset RemindAt(CohortSnapshot cohort) =>
        cohort.Instant(cohort.Definition.Evaluation.Closes.AddDays(-cohort.Definition.Evaluation.ReminderDaysBeforeClose));

    private static bool IsOver(StepContext c) => c.IsPast(c.Definition.Evaluation.Closes);

    private static IEnumerable<Person> Asked(StepContext c) => c.TakingPart.Where(p => c.Cohort.PairsOf(p.Id).Any());
}
