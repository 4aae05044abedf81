using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What the headings of a people's file mean: exports of forms and HR systems name the same things in many ways.</summary>
public static class PeopleColumns
{
    /// <summary>First and last name apart are one name.</summary>
    public const string FirstName = "first_name";

    /// <inheritdoc cref="FirstName"/>
    public const string LastName = "last_name";

    /// <summary>Read as the column without asking: there is no doubt what is meant.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(Label.Comparer)
    {
        ["full name"] = "name",
        ["e-mail"] = "email",
        ["mail"] = "email",
        ["email address"] = "email",
        ["e-mail address"] = "email",
        ["work email"] = "email",
        ["organization"] = "organisation",
        ["grade"] = "rank",
        ["manager"] = "managers",
        ["line manager"] = "managers",
        ["line managers"] = "managers",
        ["court"] = "courts",
        ["regular courts"] = "courts",
        ["past partners"] = "past_partners",
        ["mentor places"] = "mentor_places",
        ["mentee places"] = "mentee_places",
        ["first name"] = FirstName,
        ["given name"] = FirstName,
        ["forename"] = FirstName,
        ["last name"] = LastName,
        ["family name"] = LastName,
        ["surname"] = LastName,
    };

    /// <summary>Only offered: another thing may be meant.</summary>
    private static readonly Dictionary<string, string> Guesses = new(Label.Comparer)
    {
        ["department"] = "team",
        ["division"] = "team",
        ["practice group"] = "team",
        ["level"] = "rank",
        ["job title"] = "rank",
        ["title"] = "rank",
        ["employer"] = "organisation",
        ["firm"] = "organisation",
        ["company"] = "organisation",
        ["chambers"] = "organisation",
        ["trust"] = "organisation",
    };

    /// <summary>What a form adds to its export by itself; it says nothing of a person that is needed here.</summary>
    private static readonly HashSet<string> OfTheExport =
        new(["id", "start time", "completion time", "last modified time", "timestamp"], Label.Comparer);

    private static readonly IReadOnlyList<(Spelling Spelling, string Column)> Spellings =
    [
        .. PersonRow.Columns.Concat(ProfileField.AllColumns).Select(c => (new Spelling(c), c)),
        .. Synonyms.Select(s => (new Spelling(s.Key), s.Value)),
    ];

    /// <returns>The column that a heading means; itself in small letters where it is none of the known ones.</returns>
    public static string Of(string heading) => Synonyms.GetValueOrDefault(heading) ?? Label.Of(heading).ToLowerInvariant();

    public static bool IsOfTheExport(string heading) => OfTheExport.Contains(heading);

    /// <summary>Whether a row of a sheet can be the one that names the columns: two of them at least are known.</summary>
    public static bool AreHeadings(IEnumerable<string> cells, ColumnChoice choice) => cells.Count(c =>
        choice.Columns.Values.Contains(c, Label.Comparer) || PersonRow.Columns.Concat([FirstName, LastName]).Contains(Of(c))) > 1;

    /// <summary>That a column is none of the scheme's, with those it has.</summary>
    public static string Unknown(string column, IReadOnlyList<string> known) => $"{WhyUnknown(column)} The columns are: {Listed(known)}.";

    /// <summary>Why a column is not taken.</summary>
    internal static string WhyUnknown(string column) => ProfileField.AllColumns.Contains(column)
        ? "The scheme does not match by this column."
        : "There is no such column.";

    internal static string Listed(IEnumerable<string> columns) => string.Join(", ", columns);

    /// <summary>The column that an unknown heading probably means; null where nothing is like it.</summary>
    internal static string? Guess(string heading, IReadOnlyCollection<string> known)
    {
        var spelling = new Spelling(heading);
        var guess = Guesses.GetValueOrDefault(heading) ?? Spellings.FirstOrDefault(s => s.Spelling.IsNear(spelling)).Column;
        return guess is not null && known.Contains(guess) ? guess : null;
    }
}
