namespace ReverseMentoring.Domain.Mail;

/// <summary>One message as a mail adapter gets it.</summary>
/// <param name="OperationId">The outbox id: the same for every attempt at this message, so that a provider can recognise a repeat.</param>
/// <param name="FromName">The scheme's name, shown as the sender.</param>
/// <param name="ReplyTo">The scheme's contact address.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="At">The instant of sending, for the Date header.</param>
public sealed record OutgoingEmail(string OperationId, string FromName, string ReplyTo, string To, DateTimeOffset At, RenderedEmail Content)
{
    /// <summary>What it puts in the recipient's calendar; null: nothing.</summary>
    public DiaryPart? Diary { get; init; }

    /// <summary>Where one click stops emails of this kind (RFC 8058); null where it can't be stopped.</summary>
    public Link? OneClickPause { get; init; }

    /// <summary>The headers that say so, by name.</summary>
    public IEnumerable<(string Name, string Value)> PauseHeaders => OneClickPause is null
        ? []
        : [("List-Unsubscribe", $"<{OneClickPause}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")];
}
