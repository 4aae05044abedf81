using System.Globalization;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>From the invitation to the pen-portrait deadline (J17).</summary>
internal static class EnrolmentSteps
{
    public static Effects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.EnrolmentOpens when c.IsPast(c.Definition.PortraitDeadline) => Effects.TooLate,
        StepKind.EnrolmentOpens => new Effects { Mails = [.. c.TakingPart.Select(p => c.To(p, Templates.Invitation))] },
        StepKind.PortraitReminder when c.IsPast(c.Definition.PortraitDeadline) || ToldOfDeadlineSince(c) => Effects.TooLate,
        StepKind.PortraitReminder => new Effects
        {
            Mails = [.. c.TakingPart.Where(p => p.Portrait is null).Select(p => c.To(p, Templates.PortraitReminder))],
        },
        StepKind.LateReminder when c.Now >= Late(c).Max(p => LateJoiners.Deadline(p, c.Definition)) => Effects.TooLate,
        StepKind.LateReminder => new Effects
        {
            Mails = [.. Late(c).Where(p => p.Portrait is null).Select(p => c.To(p, Templates.PortraitReminder))],
        },
        StepKind.LateJoiners => LateEnd(c),
        _ => new Effects { Erasures = NotTakenUp(c, c.TakingPart) },
    };

    private static bool ToldOfDeadlineSince(StepContext c) =>
        c.ToldSince("enrolment-opens", "portrait-reminder") || c.Cohort.Cohort.Changes.Any(x => x.What == CohortChanges.DeadlineInWords && x.At >= c.Step.Due);

    /// <summary>Whoever has not answered is left out, told so kindly, and erased.</summary>
    private static IReadOnlyList<Erasure> NotTakenUp(StepContext c, IEnumerable<Person> people) =>
    [
        .. people.Where(p => p.Portrait is null && c.Now >= LateJoiners.Deadline(p, c.Definition)).Select(p => new Erasure(
            p.Id, ErasureReason.NotTakenUp, stored => stored.Portrait is null, c.ToDeparted(p, Templates.NotTakenUp))),
    ];

    /// <summary>All have answered or had the time to. The coordinator hears of it: nobody is matched again unless they ask for it.</summary>
    private static Effects LateEnd(StepContext c)
    {
        var silent = NotTakenUp(c, Late(c));
        return new Effects
        {
            Mails =
            [
                c.ToCoordinator(Templates.LateJoiners, null, new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["answered"] = (Late(c).Count() - silent.Count).ToString(CultureInfo.InvariantCulture),
                    ["left_out"] = silent.Count.ToString(CultureInfo.InvariantCulture),
                }),
            ],
            Erasures = silent,
        };
    }

    /// <summary>The late joiners whom this step is about.</summary>
    private static IEnumerable<Person> Late(StepContext c) =>
        c.TakingPart.Where(p => p.AnswerBy is not null && StepNames.Dated(c.Step.Name, p.AddedAt) == c.Step.Id);
}
