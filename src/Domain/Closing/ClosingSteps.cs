using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Closing;

/// <summary>How a cohort ends: notice and erasure by each person's own clock, an early cancellation, the closing.</summary>
internal static class ClosingSteps
{
    public static Effects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.RetentionNotice => Notice(c),
        StepKind.Erasure => Erase(c),
        StepKind.Cancellation => Cancel(c),
        _ => new Effects
        {
            Mails = [c.ToCoordinator(Templates.CohortClosed, null, Counts(c))],
            ErasesFiles = true,
            Cohort = cohort => cohort with { Status = CohortStatus.Closed },
        },
    };

    private static Dictionary<string, string> Counts(StepContext c)
    {
        var erased = c.Cohort.Erased.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["people"] = erased, ["erased"] = erased };
    }

    private static Effects Notice(StepContext c) => new()
    {
        Mails =
        [
            .. c.TakingPart
                .Where(p => RunsOut(c, p) is { } end && StepNames.Dated("retention-notice", end) == c.Step.Id && end > c.Now)
                .Select(p => c.To(p, Templates.RetentionNotice)),
        ],
    };

    private static Effects Erase(StepContext c) => new()
    {
        Erasures =
        [
            .. c.TakingPart.Where(p => RunsOut(c, p) <= c.Now).Select(p => new Erasure(
                p.Id,
                ErasureReason.Retention,
                stored => RetentionClock.RunsOut(stored, c.Definition, c.Now) <= c.Now,
                c.ToDeparted(p, Templates.ErasureReceipt))),
        ],
    };

    private static Effects Cancel(StepContext c)
    {
        var at = c.Cohort.Cohort.CancelledAt ?? c.Now;
        return new Effects
        {
            Mails = [.. c.TakingPart.Select(p => c.To(p, Templates.CohortCancelled))],
            Pairs = [.. c.RunningPairs.Select(p => new PairChange(p.Id, stored => stored.IsRunning ? stored with { EndedAt = at } : stored))],
            People = [.. c.TakingPart.Select(p => new PersonChange(p.Id, stored => MatchingSteps.EndMentoring(stored, at)))],
        };
    }

    private static DateTimeOffset? RunsOut(StepContext c, Person person) => RetentionClock.RunsOut(person, c.Definition, c.Now);
}
