using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Staff;

/// <summary>How often somebody asked to sign in lately, by hashes of the addresses.</summary>
public sealed record SignInLedger : IDocument
{
    public const string DocumentId = "sign-ins";

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<AskedSignIn> Asked { get; init; } = [];

    public string CohortId => StaffSession.Partition;

    public string Id => DocumentId;

    public string Kind => "sign-in-ledger";

    /// <param name="address">A hash of what was typed.</param>
    /// <param name="within">Over how long it is counted.</param>
    /// <returns>The ledger with one more; the same where that is too many.</returns>
    public SignInLedger Ask(string address, DateTimeOffset now, TimeSpan within, int mostByAddress, int mostTogether)
    {
        var recent = Asked.Where(a => now - a.At < within && a.At <= now).ToList();
        return recent.Count >= mostTogether || recent.Count(a => a.Address == address) >= mostByAddress
            ? this
            : this with { Asked = [.. recent, new AskedSignIn(address, now)] };
    }
}

/// <param name="At">UTC.</param>
public sealed record AskedSignIn(string Address, DateTimeOffset At);
