using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Retention;

/// <summary>Notice and erasure by each person's own clock (J27).</summary>
public static class RetentionSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Notice, Erasure];

    public static readonly StepDeclaration Notice = new()
    {
        Kind = "retention-notice",
        Order = 300,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        Occurs = (step, cohort, now) => Clocks(cohort, now).Select(end => step.Dated(end, RetentionClock.Notice(end, cohort.Definition))),
        Plan = c => Effects.Mail(c.TakingPart
            .Where(p => RunsOut(c, p) is { } end && c.Step.Declaration!.Dated(end, null).Id == c.Step.Id && end > c.Now)
            .Select(p => c.To(p, RetentionEmails.Notice))),
    };

    public static readonly StepDeclaration Erasure = new()
    {
        Kind = "erasure",
        Order = 310,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        GoesBeforeMail = true,
        OutlivesStop = true,
        Occurs = (step, cohort, now) => Clocks(cohort, now).Select(end => FirstFree(cohort.Cohort, end)),
        Plan = c => new Effects
        {
            Erasures =
            [
                .. c.TakingPart.Where(p => RunsOut(c, p) <= c.Now).Select(p => new Programme.Erasure(
                    p.Id,
                    ErasureReason.Retention,
                    stored => RetentionClock.RunsOut(stored, c.Definition, c.Now) <= c.Now,
                    c.ToDeparted(p, RetentionEmails.Receipt))),
            ],
        },
    };

    /// <summary>The instants at which somebody's time runs out, in order.</summary>
    internal static List<DateTimeOffset> Clocks(CohortSnapshot cohort, DateTimeOffset now) =>
    [
        .. cohort.Groups.MentoringEndsOfThoseHere
            .Select(ended => RetentionClock.RunsOut(ended, cohort.Definition, now)).OfType<DateTimeOffset>().Distinct().Order(),
    ];

    /// <summary>A second group that falls due at an instant already dealt with gets a step of its own.</summary>
    private static StepOccurrence FirstFree(Cohort cohort, DateTimeOffset end)
    {
        var step = Erasure.Dated(end, end);
        for (var again = 2; cohort.HasDone(step.Id); again++)
        {
            step = Erasure.About($"{StepDeclaration.Stamp(end)}-{again}", end);
        }

        return step;
    }

    private static DateTimeOffset? RunsOut(StepContext c, Person person) => RetentionClock.RunsOut(person, c.Definition, c.Now);
}
