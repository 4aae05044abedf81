namespace ReverseMentoring.Domain.Mail;

/// <summary>What a mail provider learnt about a message after it took it over.</summary>
/// <param name="MessageId">The provider's id for the message.</param>
/// <param name="At">UTC; when the provider tried to deliver.</param>
public sealed record DeliveryReport(string MessageId, DeliveryResult Result, DateTimeOffset At);

public enum DeliveryResult
{
    /// <summary>The recipient's mail system took it.</summary>
    Delivered,

    /// <summary>The address does not exist, or its mail system refuses it for good.</summary>
    Bounced,

    /// <summary>Earlier mail bounced, so the provider did not try; nothing more is sent to the address.</summary>
    Suppressed,

    /// <summary>Held back as dangerous or unwanted; the recipient may get it out of there.</summary>
    Quarantined,

    FilteredSpam,

    /// <summary>Not delivered for another reason.</summary>
    Failed,
}
