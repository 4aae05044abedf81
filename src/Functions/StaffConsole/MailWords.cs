using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>What emails, and what became of them, are called on pages.</summary>
internal static class MailWords
{
    public const string Template = "console/_mails";

    /// <summary>"Invitation"; for an email that has no words here, its template.</summary>
    public static string Of(PageWords words, OutboxMail mail) =>
        words.Find([$"mail.{mail.Template}"], [("number", mail.Number)]) ?? mail.Template;

    /// <returns>waiting, sent, skipped, refused, arrived or came-back.</returns>
    public static string StateOf(OutboxMail mail) => mail.State switch
    {
        MailState.Planned or MailState.Claimed => "waiting",
        MailState.Skipped => "skipped",
        MailState.Refused => "refused",
        MailState.Sent when mail.Delivery is { } delivery => DeliveryRules.Arrived(delivery) ? "arrived" : "came-back",
        MailState.Sent => "sent",
        var other => throw new InvalidOperationException($"The pages have no words for an email that is {other}."),
    };
}
