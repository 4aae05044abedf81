using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Enrolment;

public static class EnrolmentEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Invitation, Reminder, Receipt, NotTakenUp, Declined, LateJoiners];

    public static readonly EmailDeclaration Invitation = new("invitation")
    {
        Form = PenPortraitForm.Declaration,
        EndsWithCancellation = true,
        IsForInvited = true,
        WhyNot = WhyNotAsk,
        Values = c => Of(("deadline", Deadline(c)), ("launch", c.When(c.Definition.Launch.At)), ("minutes", 10)),
    };

    public static readonly EmailDeclaration Reminder = new("portrait-reminder")
    {
        Form = PenPortraitForm.Declaration,
        EndsWithCancellation = true,
        IsForInvited = true,
        IsRepeat = true,
        WhyNot = WhyNotAsk,
        Values = c => Of(("deadline", Deadline(c))),
    };

    public static readonly EmailDeclaration Receipt = new("portrait-receipt")
    {
        Form = PenPortraitForm.Declaration,
        Values = c => Of(
            ("deadline", Deadline(c)),
            ("shared_fields", Fields(c, Sharing.Partner)),
            ("private_fields", Fields(c, Sharing.MatchingOnly))),
    };

    public static readonly EmailDeclaration NotTakenUp = new("not-taken-up");

    public static readonly EmailDeclaration Declined = new("decline-receipt")
    {
        IsConfidential = _ => true,
        Values = c => Of(("declined_on", c.When(c.Mail.PlannedAt))),
    };

    public static readonly EmailDeclaration<LateJoinerCounts> LateJoiners = new("late-joiners")
    {
        EndsWithCancellation = true,
        StaffPage = _ => (StaffPages.Matching, null),
        ValuesWith = (c, counts) => Of(
            ("counts", Of(("answered", counts.Answered), ("left_out", counts.LeftOut))),
            ("launch", c.When(c.Definition.Launch.At))),
    };

    private static string? WhyNotAsk(EmailContext c) =>
        c.Person!.Portrait is not null ? "answered meanwhile"
        : c.Now >= Enrolment.LateJoiners.Deadline(c.Person, c.Definition) ? "the deadline has passed"
        : null;

    private static string Deadline(EmailContext c) => c.When(Enrolment.LateJoiners.Deadline(c.Person, c.Definition));

    /// <summary>What the scheme or the page calls each field.</summary>
    private static List<string?> Fields(EmailContext c, Sharing sharing) =>
        [.. PortraitField.Of(c.Scheme)
            .Where(f => f.Sharing == sharing).Select(f => f.LabelOfScheme(c.Scheme) ?? c.Words($"{f.Name}.label"))];
}

/// <param name="Answered">Late joiners whose pen portrait came.</param>
/// <param name="LeftOut">Late joiners who did not answer and are erased.</param>
public sealed record LateJoinerCounts(int Answered, int LeftOut);
