using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.FreshLinks;

/// <summary>
/// Who asked for a fresh link in a cohort in the last day, member or stranger alike, by hashes: so that asking is limited, costs the same
/// for both, and is answered off the request.
/// </summary>
public sealed record FreshLinkLedger : IDocument
{
    public const string DocumentId = "fresh-links";

    /// <summary>Asked for in a cohort in an hour, by everybody together.</summary>
    public const int MostInHour = 60;

    /// <summary>Asked for through one link in an hour.</summary>
    public const int MostByLink = 5;

    /// <summary>Emails to one address: one in an hour, and so many in a day.</summary>
    public const int MostInDay = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public required string CohortId { get; init; }

    /// <summary>In the order in which they came, of the last day.</summary>
    public IReadOnlyList<AskedFreshLink> Asked { get; init; } = [];

    /// <summary>UTC; with the last that it holds.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string Id => DocumentId;

    public string Kind => "fresh-links";

    public DateTimeOffset? ExpiresAt => Expires;

    /// <summary>Those who have not been dealt with.</summary>
    public IEnumerable<AskedFreshLink> Waiting => Asked.Where(a => a.Waits);

    /// <summary>The ledger with one who asks; the same where the cohort or the link has asked enough.</summary>
    /// <param name="token">The link that was opened; kept as a hash.</param>
    /// <param name="email">As it was typed; kept as a hash.</param>
    public FreshLinkLedger Ask(string token, string email, DateTimeOffset now)
    {
        var recent = Asked.Where(a => now - a.At < Day).ToList();
        var (link, address) = (Digest.Of(token), KeyOf(email));
        var inHour = recent.Where(a => now - a.At < Hour).ToList();
        if (inHour.Count >= MostInHour || inHour.Count(a => a.Link == link) >= MostByLink)
        {
            return this;
        }

        var toAddress = recent.Where(a => a.Address == address).ToList();
        var waits = toAddress.Count(a => a.IsGranted) < MostInDay && !toAddress.Exists(a => now - a.At < Hour);
        return this with
        {
            Asked = [.. recent, new AskedFreshLink(address, link, now) { Waits = waits, IsGranted = waits }],
            Expires = now + Day,
        };
    }

    /// <summary>These have been dealt with; whoever asked meanwhile waits.</summary>
    public FreshLinkLedger Answered(IReadOnlyCollection<AskedFreshLink> asked) => Asked.Any(asked.Contains)
        ? this with { Asked = [.. Asked.Select(a => asked.Contains(a) ? a with { Waits = false } : a)] }
        : this;

    /// <summary>What an address is called here.</summary>
    public static string KeyOf(string email) => Digest.Of(EmailAddress.KeyOf(email));
}

/// <param name="Address">A hash of the address that was typed.</param>
/// <param name="Link">A hash of the link through which it was asked.</param>
/// <param name="At">UTC.</param>
public sealed record AskedFreshLink(string Address, string Link, DateTimeOffset At)
{
    /// <summary>Not dealt with yet.</summary>
    public bool Waits { get; init; }

    /// <summary>It was the address's turn; whether anybody is there was not asked.</summary>
    public bool IsGranted { get; init; }
}
