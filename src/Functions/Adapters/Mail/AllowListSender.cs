using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>Outside production: lets mail through to listed domains only, so that a rehearsal with real names reaches nobody.</summary>
/// <param name="allowedDomains">Empty lets nothing through; production does without this class.</param>
public sealed class AllowListSender(ISendMail inner, IReadOnlyList<string> allowedDomains) : ISendMail
{
    /// <inheritdoc/>
    public string? ReportedAs(string operationId) => inner.ReportedAs(operationId);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        var at = email.To.LastIndexOf('@');
        return at > 0 && allowedDomains.Contains(email.To[(at + 1)..], StringComparer.OrdinalIgnoreCase)
            ? await inner.SendAsync(email, cancellation)
            : new SendOutcome.Refused("recipient domain not on the allow-list");
    }
}
