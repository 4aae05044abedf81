namespace ReverseMentoring.Domain.Mail;

/// <summary>Who may send an outbox email now.</summary>
public static class MailClaim
{
    /// <summary>
    /// After this long a claim by another wave counts as abandoned; so does one as far ahead, made before the clock went back.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Tries at a provider that cannot be reached before the email is given up and the coordinator sees it as refused.</summary>
    public const int MostAttempts = 40;

    /// <summary>The claimed email, or null where it is settled or another wave has it.</summary>
    /// <remarks>The same wave may claim again: that is how it goes on after a crash.</remarks>
    public static OutboxMail? Take(OutboxMail mail, string wave, DateTimeOffset now)
    {
        var free = mail.State == MailState.Planned
            || (mail.State == MailState.Claimed && (mail.ClaimedBy == wave || (now - mail.ClaimedAt)?.Duration() >= Lease));
        return free ? mail with { State = MailState.Claimed, ClaimedBy = wave, ClaimedAt = now, Attempts = mail.Attempts + 1 } : null;
    }
}
