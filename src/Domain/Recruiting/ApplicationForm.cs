using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>
/// What an applicant is asked, and whoever puts somebody forward. Problems are keys of the page's words at the names of questions.
/// </summary>
public static partial class ApplicationForm
{
    public const string Name = "name";
    public const string Email = "email";
    public const string WishField = "wish";
    public const string By = "by";
    private const string Organisation = "organisation";
    private const string Position = "position";
    private const string Why = "why";
    private const string Groups = "groups";
    private const string Ready = "ready";

    private const int LineLength = 200;
    private const int WhyLength = 3000;

    /// <summary>The questions of an application.</summary>
    /// <param name="knowsAddress">The link was sent to it, so it is not asked for.</param>
    public static IReadOnlyList<FormQuestion> Questions(CohortSnapshot cohort, bool knowsAddress) =>
    [
        Line(Name, "name"),
        .. knowsAddress ? [] : new[] { Address() },
        WishOf(cohort),
        Line(Organisation, "organization"),
        Line(Position, "organization-title"),
        new FormQuestion(Why, QuestionKind.LongText) { IsRequired = true, MaxLength = WhyLength },
        .. cohort.Scheme.Recruiting?.Groups is { Count: > 0 } groups
            ? [new FormQuestion(Groups, QuestionKind.Several)
            {
                Options = groups,
                OptionLabels = groups.ToDictionary(g => g, StringComparer.Ordinal),
            },]
            : Array.Empty<FormQuestion>(),
        new FormQuestion(Ready, QuestionKind.Checkbox) { IsRequired = true },
    ];

    /// <summary>What is asked of somebody who puts another forward.</summary>
    public static IReadOnlyList<FormQuestion> NominationQuestions(CohortSnapshot cohort) =>
        [Line(By, "name"), Line(Name, null), Address() with { Autocomplete = null }, WishOf(cohort)];

    /// <param name="email">Known from the link; null: it is among what was posted.</param>
    public static Outcome<ApplicationText> Read(CohortSnapshot cohort, IReadOnlyDictionary<string, string> posted, string? email)
    {
        var problems = new List<Problem>();
        var groups = cohort.Scheme.Recruiting?.Groups ?? [];
        var ticked = posted.GetValueOrDefault(Groups, "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = new ApplicationText(
            ReadName(Name, posted, problems),
            email ?? ReadAddress(posted, problems),
            ReadWish(cohort, posted, problems),
            ReadLine(Organisation, posted, LineLength, problems),
            ReadLine(Position, posted, LineLength, problems),
            ReadLine(Why, posted, WhyLength, problems),
            [.. groups.Where(g => ticked.Contains(g, Label.Comparer))]);
        if (posted.GetValueOrDefault(Ready) != "yes")
        {
            problems.Add(new Problem(Ready, "missing"));
        }

        return Outcome.Of(text, problems);
    }

    public static Outcome<Nomination> ReadNomination(CohortSnapshot cohort, IReadOnlyDictionary<string, string> posted)
    {
        var problems = new List<Problem>();
        var nomination = new Nomination(
            ReadName(By, posted, problems), ReadName(Name, posted, problems), ReadAddress(posted, problems),
            ReadWish(cohort, posted, problems));
        return Outcome.Of(nomination, problems);
    }

    /// <summary>An application as the form would post it.</summary>
    public static Dictionary<string, string> Typed(Application application) => new(StringComparer.Ordinal)
    {
        [Name] = application.Name,
        [WishField] = WordOf(application.Wish),
        [Organisation] = application.Organisation,
        [Position] = application.Position,
        [Why] = application.Why,
        [Groups] = string.Join(',', application.Groups),
        [Ready] = application.Why.Length > 0 ? "yes" : "",
    };

    /// <summary>What a wish is called in forms, and in the definition of a cohort.</summary>
    public static string WordOf(Wish wish) => ApplicationPlan.Words.First(w => w.Value == wish).Key;

    private static FormQuestion Line(string name, string? autocomplete) =>
        new(name, QuestionKind.Text) { IsRequired = true, MaxLength = LengthOf(name), Autocomplete = autocomplete };

    private static FormQuestion Address() => new(Email, QuestionKind.Email) { IsRequired = true, Autocomplete = "email" };

    private static FormQuestion WishOf(CohortSnapshot cohort) => new(WishField, QuestionKind.Choice)
    {
        IsRequired = true,
        Options = [.. (cohort.Definition.Applications?.For ?? []).Select(WordOf)],
    };

    private static int LengthOf(string name) => name is Name or By ? PortraitField.FullName.MaxLength : LineLength;

    private static string ReadLine(string name, IReadOnlyDictionary<string, string> posted, int most, List<Problem> problems)
    {
        var text = posted.GetValueOrDefault(name, "").Trim();
        if (text.Length == 0 || text.Length > most)
        {
            problems.Add(new Problem(name, text.Length == 0 ? "missing" : "too_long"));
        }

        return text;
    }

    /// <summary>
    /// A name stands in an email to an address that nobody has confirmed yet, so nothing in it may become a link in somebody's inbox.
    /// </summary>
    private static string ReadName(string name, IReadOnlyDictionary<string, string> posted, List<Problem> problems)
    {
        var text = ReadLine(name, posted, LengthOf(name), problems);
        if (text.Length > 0 && (text.Any(c => char.IsControl(c) || "<>/\\@:|=".Contains(c, StringComparison.Ordinal))
            || text[0] is '+' or '-'
            || LooksLikeHost().IsMatch(text)))
        {
            problems.Add(new Problem(name, "no_name"));
        }

        return text;
    }

    private static string ReadAddress(IReadOnlyDictionary<string, string> posted, List<Problem> problems)
    {
        if (EmailAddress.Parse(posted.GetValueOrDefault(Email)) is { Value: var address })
        {
            return address;
        }

        problems.Add(new Problem(Email, "invalid"));
        return "";
    }

    private static Wish ReadWish(CohortSnapshot cohort, IReadOnlyDictionary<string, string> posted, List<Problem> problems)
    {
        if (ApplicationPlan.Words.TryGetValue(posted.GetValueOrDefault(WishField, ""), out var wish)
            && cohort.Definition.Applications?.For.Contains(wish) == true)
        {
            return wish;
        }

        problems.Add(new Problem(WishField, "missing"));
        return Wish.Helper;
    }

    [GeneratedRegex(@"\.\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooksLikeHost();
}

/// <summary>What an applicant answered.</summary>
public sealed record ApplicationText(
    string Name, string Email, Wish Wish, string Organisation, string Position, string Why, IReadOnlyList<string> Groups)
{
    /// <summary>On an application that is there already.</summary>
    public Application Over(Application application) => application with
    {
        Name = Name,
        Wish = Wish,
        Organisation = Organisation,
        Position = Position,
        Why = Why,
        Groups = Groups,
    };
}

/// <param name="By">The name of whoever puts them forward.</param>
/// <param name="Name">Of whoever is put forward.</param>
public sealed record Nomination(string By, string Name, string Email, Wish Wish);
