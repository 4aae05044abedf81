namespace ReverseMentoring.Domain.Mail;

/// <summary>What became of one attempt to send; the closed set of results a mail adapter may give.</summary>
/// <remarks>An exception from an adapter means broken infrastructure, never one of these.</remarks>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider took the message over.</summary>
    public sealed record Accepted : SendOutcome;

    /// <summary>The provider asks to wait; nothing was sent.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SendOutcome;

    /// <summary>This message can never be sent as it is (a bad address, a blocked recipient).</summary>
    /// <param name="Reason">A code or short phrase without personal data.</param>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>The provider could not be reached or failed; the same message may go through later.</summary>
    /// <param name="Reason">A code or short phrase without personal data.</param>
    public sealed record Unavailable(string Reason) : SendOutcome;
}
