using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// Which outbox record a provider's message is, for reports that name nothing else. Kept under the message's own id instead of a cohort's,
/// since that
/// is all a report tells; ids only.
/// </summary>
public sealed record SentUnder : IDocument
{
    /// <summary>Reports come within hours; what is older than this has had its report or never will.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The partition it lies in: the provider's message id.</summary>
    public required string CohortId { get; init; }

    /// <summary>The cohort that sent it.</summary>
    public required string SentBy { get; init; }

    /// <summary>The outbox record's id.</summary>
    public required string MailId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Id => DocumentId;

    public string Kind => "sent-under";

    public DateTimeOffset? ExpiresAt => Expires;

    public const string DocumentId = "sent-under";

    public static string PartitionOf(string messageId) => $"message-{messageId}";
}
