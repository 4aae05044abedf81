using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>The evaluation, which also asks those whose pair ended early, and the report that everyone hears of (T6).</summary>
internal static class EvaluationSteps
{
    public static Effects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.EvaluationCloses => Effects.Nothing,
        StepKind.ReportReady => new Effects
        {
            Report = ReportMaker.Make(c.Cohort, c.Now),
            Mails = [c.ToCoordinator(Templates.ReportReady), .. Asked(c).Select(p => c.To(p, Templates.ReportReady))],
        },
        _ when c.IsPast(c.Definition.Evaluation.Closes) => Effects.TooLate,
        StepKind.EvaluationOpens => new Effects { Mails = [.. Asked(c).Select(p => c.To(p, Templates.EvaluationOpening))] },
        _ when c.ToldSince("evaluation-opens") => Effects.TooLate,
        _ => new Effects { Mails = [.. Asked(c).Where(p => p.EvaluatedAt is null && !p.NudgesPaused).Select(p => c.To(p, Templates.EvaluationReminder))] },
    };

    private static IEnumerable<Person> Asked(StepContext c) => c.TakingPart.Where(p => c.Cohort.PairsOf(p.Id).Any());
}
