using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>People may apply to a cohort by themselves, beside those whom the coordinator adds (T1, N10, N12).</summary>
/// <param name="Closes">Local time; from then on no application is taken.</param>
/// <param name="AnsweredBy">Local time by which each is answered; then those that still wait are told that it came to nothing.</param>
public sealed record ApplicationPlan(DateTime Closes, DateTime AnsweredBy)
{
    /// <summary>What one may apply for.</summary>
    public IReadOnlyList<Wish> For { get; init; } = Enum.GetValues<Wish>();

    internal static readonly IReadOnlyDictionary<string, Wish> Words = new Dictionary<string, Wish>(StringComparer.Ordinal)
    {
        ["reverse-mentor"] = Wish.ReverseMentor,
        ["reverse-mentee"] = Wish.ReverseMentee,
        ["helper"] = Wish.Helper,
    };

    internal static ApplicationPlan? Read(FieldReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var plan = new ApplicationPlan(fields.LocalTime("closes"), fields.LocalTime("answeredBy"));
        var wishes = fields.Texts("for", 3, 40);
        foreach (var unknown in wishes.Where(w => !Words.ContainsKey(w)))
        {
            fields.Fail("for", $"may hold {string.Join(", ", Words.Keys)}; {unknown} is none of them", "");
        }

        fields.RefuseUnknown();
        return wishes.Count == 0 ? plan : plan with { For = [.. Words.Where(w => wishes.Contains(w.Key)).Select(w => w.Value)] };
    }
}

/// <summary>What somebody applies for.</summary>
[JsonConverter(typeof(WishJson))]
public enum Wish
{
    ReverseMentor,
    ReverseMentee,

    /// <summary>To help without the time to be a reverse mentor or mentee (T3).</summary>
    Helper,
}

internal sealed class WishJson() : JsonStringEnumConverter<Wish>(System.Text.Json.JsonNamingPolicy.KebabCaseLower);
