using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Recruiting;

/// <summary>Applications for those who answer them. What groups somebody counts themselves among is in the counts alone.</summary>
/// <param name="Waiting">The oldest first.</param>
/// <param name="Helping">Who help without being reverse mentor or mentee.</param>
public sealed record ListedApplications(
    IReadOnlyList<ListedApplication> Waiting, IReadOnlyList<ListedApplication> Helping, AppliedCounts Counts);

/// <param name="At">UTC; when the person confirmed it.</param>
public sealed record ListedApplication(
    string Id, Wish Wish, string Name, string Email, string Organisation, string Position, string Why, DateTimeOffset At)
{
    /// <summary>Who put them forward; left out where nobody did.</summary>
    public string? NominatedBy { get; init; }

    internal static ListedApplication Of(Application application) => new(
        application.Id, application.Wish, application.Name, application.Email, application.Organisation, application.Position,
        application.Why, application.ConfirmedAt ?? application.At)
    {
        NominatedBy = application.NominatedBy.Length > 0 ? application.NominatedBy : null,
    };
}

/// <summary>Who applied, in numbers.</summary>
/// <param name="ByWish">How many for each.</param>
/// <param name="ByAnswer">How many had each answer.</param>
/// <param name="ByGroup">By the scheme's groups, in steps of five in words; what would tell of one person is not shown.</param>
public sealed record AppliedCounts(
    int Total, IReadOnlyDictionary<string, int> ByWish, IReadOnlyDictionary<string, int> ByAnswer,
    IReadOnlyDictionary<string, string> ByGroup)
{
    internal static AppliedCounts Of(Scheme scheme, IReadOnlyList<Applied> applied) => new(
        applied.Count,
        applied.GroupBy(a => ApplicationForm.WordOf(a.Wish), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        applied.GroupBy(a => a.Answer.ToString().ToLowerInvariant(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
        (scheme.Recruiting?.Groups ?? []).ToDictionary(
            g => g, g => ReportMaker.Told(applied.Count(a => a.Groups.Contains(g)), applied.Count, scheme), StringComparer.Ordinal));
}
