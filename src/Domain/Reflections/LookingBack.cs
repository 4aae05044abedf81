using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>
/// Midway and at the end people look at their objectives again, and midway at how their pairing goes (K9, A6). It is asked with the
/// reflection after that session, so that it costs no further email.
/// </summary>
public static class LookingBack
{
    public const string ObjectivesField = "objectives";
    public const string GoingField = "going";

    /// <summary>So many answers of a kind are told apart; fewer are not.</summary>
    public const int Least = 5;

    private static readonly Dictionary<string, ObjectivesNow> Objectives = Keys<ObjectivesNow>();
    private static readonly Dictionary<string, Going> Goings = Keys<Going>();

    /// <summary>The session after which it is asked midway.</summary>
    public static int Midway(CohortDefinition cohort) => (cohort.Sessions.Count + 1) / 2;

    internal static IEnumerable<FormQuestion> Questions(CohortDefinition cohort, int number)
    {
        if (AsksObjectives(cohort, number))
        {
            yield return new FormQuestion(ObjectivesField, QuestionKind.Choice) { Options = [.. Objectives.Keys] };
        }

        if (number == Midway(cohort))
        {
            yield return new FormQuestion(GoingField, QuestionKind.Choice) { Options = [.. Goings.Keys] };
        }
    }

    /// <returns>Null where nothing of it was answered.</returns>
    internal static LookBack? Said(CohortDefinition cohort, int number, IReadOnlyDictionary<string, string> posted)
    {
        ObjectivesNow? objectives = AsksObjectives(cohort, number)
            && Objectives.TryGetValue(posted.GetValueOrDefault(ObjectivesField, ""), out var now) ? now : null;
        Going? going = number == Midway(cohort) && Goings.TryGetValue(posted.GetValueOrDefault(GoingField, ""), out var goes) ? goes : null;
        return objectives is null && going is null ? null : new LookBack(objectives, going);
    }

    /// <summary>As it would be posted; empty where nothing was answered.</summary>
    internal static IEnumerable<(string Field, string Value)> Recorded(LookBack? said)
    {
        yield return (ObjectivesField, said?.Objectives is { } objectives ? Key(objectives) : "");
        yield return (GoingField, said?.Going is { } going ? Key(going) : "");
    }

    /// <summary>How many said what after a session; null where fewer than <see cref="Least"/> did.</summary>
    public static int? Count(CohortSnapshot cohort, int number, Func<LookBack, bool> said) =>
        cohort.People.Count(p => p.LookBacks.TryGetValue(number, out var back) && said(back)) is >= Least and var count ? count : null;

    private static bool AsksObjectives(CohortDefinition cohort, int number) => number == Midway(cohort) || number == cohort.Sessions.Count;

    private static Dictionary<string, T> Keys<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Key(v), StringComparer.Ordinal);

    private static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
