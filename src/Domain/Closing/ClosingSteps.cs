using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Retention;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Closing;

/// <summary>The end of a cohort: the last personal record is gone.</summary>
public static class ClosingSteps
{
    public static readonly EmailDeclaration<ClosingFacts> Email = new("cohort-closed")
    {
        StaffPage = _ => (StaffPages.Report, null),
        ValuesWith = (_, facts) => Of(("people", facts.Erased), ("erased", facts.Erased)),
    };

    internal static IReadOnlyList<StepDeclaration> All => [Closed];

    public static readonly StepDeclaration Closed = new()
    {
        Kind = "cohort-closed",
        Order = 320,
        OnDayOff = DayOff.MailWaits,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        OutlivesStop = true,
        Reads = [new Need.All<ErasureProof>(ErasureProof.DocumentKind)],
        Occurs = (step, cohort, now) => [step.Once(Due(cohort, now), Obstacle(cohort))],
        Plan = c => new Effects
        {
            Mails = [c.ToCoordinator(Email, new ClosingFacts(c.Read.All<ErasureProof>().Count(p => p.At >= c.Cohort.Cohort.CreatedAt)))],
            ErasesFiles = true,
            Cohort = cohort => cohort with { Status = CohortStatus.Closed },
        },
    };

    private static string? Obstacle(CohortSnapshot cohort) =>
        cohort.People.Count > 0 ? "everyone's data to be erased"
        : cohort.Cohort.HasDone(Proposal.FirstRelease) && !EvaluationSteps.Report.IsDone(cohort.Cohort) && cohort.Cohort.CancelledAt is null
        ? "the report"
        : null;

    /// <summary>With the last erasure, where every clock runs that can run; null while one does not.</summary>
    private static DateTimeOffset? Due(CohortSnapshot cohort, DateTimeOffset now)
    {
        if (Obstacle(cohort) is null)
        {
            return cohort.Cohort.Steps.Select(s => s.DoneAt).DefaultIfEmpty(now).Max();
        }

        var clocks = RetentionSteps.Clocks(cohort, now);
        return clocks.Count > 0 && clocks.Count == cohort.Groups.MentoringEnds.Count ? clocks[^1] : null;
    }
}

/// <param name="Erased">People whose data was erased, with proof.</param>
public sealed record ClosingFacts(int Erased);
