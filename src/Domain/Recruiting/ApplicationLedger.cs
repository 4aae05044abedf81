using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>
/// Who applied to a cohort in the last day, by hashes of addresses, so that nobody's inbox can be filled by anybody else.
/// </summary>
public sealed record ApplicationLedger : IDocument
{
    public const string DocumentId = "application-ledger";

    /// <summary>Emails about applications that a cohort sends in an hour.</summary>
    public const int MostInHour = 60;

    /// <summary>Emails to one address: one in an hour, and so many in a day.</summary>
    public const int MostInDay = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public required string CohortId { get; init; }

    /// <summary>In the order in which they came, of the last day.</summary>
    public IReadOnlyList<AppliedAddress> Asked { get; init; } = [];

    /// <summary>UTC; with the last that it holds.</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Id => DocumentId;

    public string Kind => "application-ledger";

    public DateTimeOffset? ExpiresAt => Expires;

    /// <summary>So many came in the last hour that the cohort takes no more for now.</summary>
    public bool IsFull(DateTimeOffset now) => Asked.Count(a => now - a.At < Hour) >= MostInHour;

    /// <summary>The ledger with one who applies; the same where it is full, or the address has been written to enough.</summary>
    /// <param name="email">As it was typed; kept as a hash.</param>
    public ApplicationLedger Ask(string email, DateTimeOffset now)
    {
        var recent = Asked.Where(a => now - a.At < Day).ToList();
        var address = Digest.Of(EmailAddress.KeyOf(email));
        var same = recent.Where(a => a.Address == address).ToList();
        return IsFull(now) || same.Count >= MostInDay || same.Exists(a => now - a.At < Hour)
            ? this
            : this with { Asked = [.. recent, new AppliedAddress(address, now)], Expires = now + Day };
    }
}

/// <param name="Address">A hash of it.</param>
/// <param name="At">UTC.</param>
public sealed record AppliedAddress(string Address, DateTimeOffset At);
