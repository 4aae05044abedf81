using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Mail;

/// <summary>How many sends were granted in each minute of the last hour, for all cohorts together.</summary>
public sealed record QuotaLedger : IDocument
{
    public const string Partition = "_mail";
    public const string DocumentId = "quota";

    /// <summary>Of the emails that anybody can cause, which have a tenth of the quota.</summary>
    public const string OnDemandId = "quota-on-demand";

    /// <summary>
    /// Minutes by which the clocks of two hosts may differ; what was granted later still, was granted before the clock went back.
    /// </summary>
    private const int Ahead = 1;

    /// <summary>Minutes since the Unix epoch to grants.</summary>
    public IReadOnlyDictionary<long, int> Granted { get; init; } = new Dictionary<long, int>();

    public string CohortId => Partition;

    public string Id { get; init; } = DocumentId;

    public string Kind => "quota";

    /// <summary>Grants as many of <paramref name="wanted"/> as the quota leaves; with none left, says when to ask again.</summary>
    /// <remarks>Counts whole minutes, the current one and the 60 before it, so it may wait a minute longer than the provider would, never
    /// shorter.</remarks>
    public (QuotaLedger Ledger, int Granted, DateTimeOffset? AskAgainAt) Ask(int wanted, SendQuota quota, DateTimeOffset now)
    {
        var minute = MinuteOf(now);
        var recent = Granted.Where(g => g.Key >= minute - 60 && g.Key <= minute + Ahead).ToDictionary(g => g.Key, g => g.Value);
        var leftInMinute = quota.PerMinute - recent.GetValueOrDefault(minute) - recent.GetValueOrDefault(minute - 1);
        var leftInHour = quota.PerHour - recent.Values.Sum();
        var granted = Math.Max(0, Math.Min(wanted, Math.Min(leftInMinute, leftInHour)));
        if (granted > 0)
        {
            recent[minute] = recent.GetValueOrDefault(minute) + granted;
            return (this with { Granted = recent }, granted, null);
        }

        var again = leftInHour <= 0 ? recent.Keys.Min() + 61 : recent.GetValueOrDefault(minute) > 0 ? minute + 2 : minute + 1;
        return (this with { Granted = recent }, 0, DateTimeOffset.FromUnixTimeSeconds(again * 60));
    }

    /// <summary>Takes back what was granted at an instant and not used, or a provider that is down would use up the hour's quota.</summary>
    public QuotaLedger GiveBack(int unused, DateTimeOffset grantedAt)
    {
        var minute = MinuteOf(grantedAt);
        return this with
        {
            Granted = Granted.Select(g => g.Key == minute ? KeyValuePair.Create(g.Key, g.Value - unused) : g).Where(g => g.Value > 0)
                .ToDictionary(g => g.Key, g => g.Value),
        };
    }

    private static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;
}
