namespace ReverseMentoring.Domain.Mail;

/// <summary>Who may send an outbox email now.</summary>
public static class MailClaim
{
    /// <summary>
    /// After this long a claim by another wave counts as abandoned; so does one as far ahead, made before the clock went back.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Tries at a provider that cannot be reached before the email is given up and the coordinator sees it as refused: five days of them,
    /// as RFC 5321 (4.5.4.1) asks for, so that a server that is down over a weekend loses nothing.
    /// </summary>
    public const int MostAttempts = 150;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long an email waits after its try at a provider that could not be reached: a minute more each time.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromMinutes(attempts) is var pause && pause < LongestPause ? pause : LongestPause;

    /// <summary>
    /// The order in which waiting emails are tried: those that were put off come after all others, so that a mailbox that is full holds up
    /// nobody else's email.
    /// </summary>
    public static IEnumerable<OutboxMail> InTurn(IEnumerable<OutboxMail> open) => open
        .OrderBy(m => m.NotBefore is not null).ThenBy(m => m.NotBefore ?? m.PlannedAt).ThenBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>The claimed email, or null where it is settled or another wave has it.</summary>
    /// <remarks>The same wave may claim again: that is how it goes on after a crash.</remarks>
    public static OutboxMail? Take(OutboxMail mail, string wave, DateTimeOffset now)
    {
        var free = mail.State == MailState.Planned
            || (mail.State == MailState.Claimed && (mail.ClaimedBy == wave || (now - mail.ClaimedAt)?.Duration() >= Lease));
        return free ? mail with { State = MailState.Claimed, ClaimedBy = wave, ClaimedAt = now, Attempts = mail.Attempts + 1 } : null;
    }
}
