using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Schemes;

/// <summary>
/// How a scheme matches: what counts and how much, what is never allowed, and who has to agree. People are asked only for what is declared
/// here.
/// </summary>
public sealed record SchemeMatching
{
    /// <summary>Weight by factor; a factor not named weighs nothing and nobody is asked about it.</summary>
    public IReadOnlyDictionary<Factor, double> Weights { get; init; } = new Dictionary<Factor, double>();

    /// <summary>Levels of the manager chain that count as the same reporting line; 0 turns the rule off.</summary>
    public int ReportingLineLevels { get; init; } = 2;

    public bool SameTeamForbidden { get; init; } = true;

    /// <summary>Whether people are asked what access they need and can offer, and no pair is made that leaves a need unmet.</summary>
    public bool AccessNeedsMustBeMet { get; init; }

    /// <summary>Special-category data: asked with a consent of its own, compared, never shown to anyone.</summary>
    public IReadOnlyList<DifferenceDimension> DifferenceDimensions { get; init; } = [];

    /// <summary>What is avoided where it can be (J23).</summary>
    public IReadOnlyList<ConflictKind> ConflictKinds { get; init; } = [];

    public ConsentMode Consent { get; init; }

    /// <summary>Days each person has to answer when asked for their consent to a match.</summary>
    public int ConsentDays { get; init; } = 7;

    /// <summary>What can be chosen in a field, by its name; a field without any is asked in people's own words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Suggestions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [JsonIgnore]
    public bool AsksForConsent => Consent != ConsentMode.None;

    public bool Weighs(Factor factor) => Weights.GetValueOrDefault(factor) > 0;

    /// <summary>What is wrong with this section itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (factor, weight) in Weights.Where(w => !(w.Value >= 0 && w.Value <= MatchingRules.GreatestWeight)))
        {
            yield return $"matching.weights.{factor} must be a number from 0 to {MatchingRules.GreatestWeight}, not {weight}.";
        }

        if (ReportingLineLevels < 0)
        {
            yield return "matching.reportingLineLevels must not be negative; 0 turns the rule off.";
        }

        if (ConsentDays is < 1 or > 60)
        {
            yield return "matching.consentDays must be from 1 to 60.";
        }

        if (AccessNeedsMustBeMet && (ListsNothing("access_required") || ListsNothing("access_offered")))
        {
            yield return "matching.accessNeedsMustBeMet needs matching.suggestions.access_required and access_offered: what can be chosen.";
        }

        if (Suggestions.Values.SelectMany(s => s).FirstOrDefault(s => s.IndexOfAny([',', ';', '\n']) >= 0) is { } several)
        {
            yield return $"matching.suggestions must not hold a comma or semicolon, which separate them: '{several}'.";
        }

        if (Weighs(Factor.Difference) != DifferenceDimensions.Count > 0)
        {
            yield return "matching.weights.difference and matching.differenceDimensions need each other.";
        }
    }

    private bool ListsNothing(string field) => Suggestions.GetValueOrDefault(field) is not { Count: > 0 };
}

public enum ConsentMode
{
    /// <summary>A release introduces the pairs at once.</summary>
    None,

    /// <summary>Both are asked at the same time; the introduction follows when both have agreed.</summary>
    Both,

    /// <summary>The reverse mentor, the junior person, is asked first; the reverse mentee hears of it only once they agreed.</summary>
    MentorFirst,
}

/// <param name="Name">As in the data: letters, digits and hyphens.</param>
/// <param name="Options">What can be chosen; nobody has to choose.</param>
public sealed record DifferenceDimension(string Name, string Label, IReadOnlyList<string> Options);

/// <param name="Kind">"court", "chambers", "client": the column of the people's file, and the word in "both are connected with the client
/// …".</param>
/// <param name="Label">What the pen portrait asks.</param>
public sealed record ConflictKind(string Kind, string Label)
{
    /// <summary>The kind with a column and field that every scheme's data may carry.</summary>
    public const string Court = "court";
}
