using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Nudges;

/// <summary>Stops reminders, and nothing else (RFC 8058). A mail program posts the one-click form; a person presses the button.</summary>
public static class PauseNudgesForm
{
    public static readonly FormDeclaration Declaration = new()
    {
        Key = "pause-nudges",
        Page = "pause-nudges",
        Receipt = c => c.Person.NudgesPausedAt is { } at ? new FormReceipt("receipt", at, CanChange: false) : null,
        Decide = (c, _) => Effects.Write(Effects.Change(c.Person, p => p.PauseNudges(c.Now))),
    };
}
