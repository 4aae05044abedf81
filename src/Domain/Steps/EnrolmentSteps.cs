using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Domain.Steps;

/// <summary>From the invitation to the pen-portrait deadline (J17).</summary>
internal static class EnrolmentSteps
{
    public static StepEffects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.EnrolmentOpens when c.IsPast(c.Definition.PortraitDeadline) => StepEffects.TooLate,
        StepKind.EnrolmentOpens => new StepEffects { Mails = [.. c.TakingPart.Select(p => c.To(p, Templates.Invitation))] },
        StepKind.PortraitReminder when c.IsPast(c.Definition.PortraitDeadline) || ToldOfDeadlineSince(c) => StepEffects.TooLate,
        StepKind.PortraitReminder => new StepEffects
        {
            Mails = [.. c.TakingPart.Where(p => p.Portrait is null).Select(p => c.To(p, Templates.PortraitReminder))],
        },
        _ => Deadline(c),
    };

    private static bool ToldOfDeadlineSince(StepContext c) =>
        c.ToldSince("enrolment-opens", "portrait-reminder") || c.Cohort.Cohort.Changes.Any(x => x.What == CohortChanges.DeadlineInWords && x.At >= c.Step.Due);

    /// <summary>Whoever has not answered is left out, told so kindly, and erased.</summary>
    private static StepEffects Deadline(StepContext c) => new()
    {
        Erasures =
        [
            .. c.TakingPart.Where(p => p.Portrait is null).Select(p => new Erasure(
                p.Id, ErasureReason.NotTakenUp, stored => stored.Portrait is null, c.ToDeparted(p, Templates.NotTakenUp))),
        ],
    };
}
