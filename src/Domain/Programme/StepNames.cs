using System.Globalization;
using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Ids of steps that depend on people's own clocks, and the way back from an id to its kind.</summary>
internal static class StepNames
{
    /// <summary>To the last fraction of a second: clocks of two people that run out in the same minute are two steps.</summary>
    public static string Dated(string name, DateTimeOffset at) => $"{name}-{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssFFFFFFF", CultureInfo.InvariantCulture)}";

    /// <summary>A second group that falls due at an instant already dealt with gets a step of its own.</summary>
    public static string Free(string name, DateTimeOffset at, Dictionary<string, StepRecord> done)
    {
        var id = Dated(name, at);
        for (var again = 2; done.ContainsKey(id); again++)
        {
            id = $"{Dated(name, at)}-{again}";
        }

        return id;
    }

    /// <summary>For steps that lie behind and no longer follow from anything stored.</summary>
    public static StepKind KindOf(string id) =>
        id.StartsWith("erasure-", StringComparison.Ordinal) ? StepKind.Erasure
        : id.StartsWith("retention-notice-", StringComparison.Ordinal) ? StepKind.RetentionNotice
        : id.StartsWith("late-reminder-", StringComparison.Ordinal) ? StepKind.LateReminder
        : id.StartsWith("late-joiners-", StringComparison.Ordinal) ? StepKind.LateJoiners
        : id.StartsWith("match-reminder-", StringComparison.Ordinal) ? StepKind.MatchReminder
        : id.StartsWith("withdrawal-", StringComparison.Ordinal) ? StepKind.Withdrawal
        : id.StartsWith("change-", StringComparison.Ordinal) ? StepKind.ChangeNotice
        : id.StartsWith("matches-released-", StringComparison.Ordinal) ? StepKind.MatchesReleased
        : id.StartsWith("consent-closes-", StringComparison.Ordinal) ? StepKind.ConsentCloses
        : id.StartsWith("release-reminder-", StringComparison.Ordinal) ? StepKind.ReleaseReminder
        : id.StartsWith("match-asked-", StringComparison.Ordinal) ? StepKind.MatchAsked
        : id.StartsWith("match-unavailable-", StringComparison.Ordinal) ? StepKind.MatchUnavailable
        : StepKind.Event;
}
