using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What the headings of a people's file mean: exports of forms and HR systems name the same things in many ways.</summary>
public static class PeopleColumns
{
    public const string FirstName = "first name";
    public const string LastName = "last name";

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

    /// <returns>The column that a heading means; itself in small letters where it is none of the known ones.</returns>
    public static string Of(string heading) => Synonyms.GetValueOrDefault(heading) ?? Label.Of(heading).ToLowerInvariant();

    public static bool IsOfTheExport(string heading) => OfTheExport.Contains(heading);

    /// <summary>That a column is none of the scheme's, with those it has.</summary>
    public static string Unknown(string column, IReadOnlyList<string> known, string advice = "") =>
        (ProfileField.AllColumns.Contains(column) ? "The scheme does not match by this column." : "There is no such column.")
            + $"{advice} The columns are: {string.Join(", ", known)}.";

    /// <summary>What is wrong with the headings, each once, whatever the number of rows.</summary>
    /// <param name="columns">As <see cref="Of"/> gave them.</param>
    public static IEnumerable<Problem> Check(IReadOnlyCollection<string> columns, Scheme scheme)
    {
        var known = PersonRow.ColumnsOf(scheme);
        foreach (var column in columns.Where(c => !known.Contains(c)).Take(20))
        {
            var shown = column.Length > 40 ? column[..40] : column;
            var meant = Guesses.GetValueOrDefault(column) is { } guess ? $" If you mean {guess}, call the column {guess}." : "";
            yield return new Problem(
                $"the first line, {shown}",
                Unknown(column, known, $"{meant} Otherwise take it out."));
        }

        foreach (var column in PersonRow.Required.Where(c => !columns.Contains(c)))
        {
            yield return new Problem($"the first line, {column}", $"A column {column} is missing; every person needs it.");
        }
    }
}
