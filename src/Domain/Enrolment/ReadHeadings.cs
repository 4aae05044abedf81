using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>The headings of a people's file as they were read: what each means, and which were left out.</summary>
/// <param name="Columns">For each place of the first line its column; null where it is not read.</param>
/// <param name="LeftOut">The headings that are not read.</param>
public sealed record ReadHeadings(IReadOnlyList<string?> Columns, IReadOnlyList<string> LeftOut)
{
    private const int MostProblems = 20;

    /// <summary>What is wrong with the headings is told once, whatever the number of rows, and nobody is taken.</summary>
    /// <param name="headings">The first line; what is to the right of it has an empty heading.</param>
    /// <param name="isBlank">For each whether all its cells are empty.</param>
    /// <param name="choice">Goes before what the headings seem to mean.</param>
    public static Outcome<ReadHeadings> Read(
        IReadOnlyList<string> headings, IReadOnlyList<bool> isBlank, ColumnChoice choice, Scheme scheme)
    {
        var known = PersonRow.ColumnsOf(scheme);
        var columns = headings.Select(h => h.Length == 0 ? null : PeopleColumns.Of(h)).ToArray();
        var problems = Chosen(headings, columns, choice, known);
        var hasEmail = columns.Contains("email");
        var unknown = new List<int>();
        var leftOut = new List<string>();
        for (var i = 0; i < columns.Length; i++)
        {
            var isKnown = columns[i] is { } column && IsTarget(column, known);
            if (columns[i] is null ? isBlank[i] : isKnown && !choice.LeaveOut.Contains(headings[i], Label.Comparer))
            {
                continue;
            }

            if (columns[i] is not null && (isKnown || IsLeftOut(headings[i], isBlank[i], hasEmail, choice)))
            {
                leftOut.Add(headings[i]);
                columns[i] = null;
            }
            else
            {
                unknown.Add(i);
            }
        }

        return problems.Count == 0 && Twice(headings, columns) is { } twice
            ? Refusal.Invalid("the first line", twice)
            : Outcome.Of(
                new ReadHeadings(columns, leftOut), [.. problems, .. Unknown(headings, unknown, known), .. Missing(columns)]);
    }

    /// <summary>One row's cells by column.</summary>
    public IReadOnlyDictionary<string, string> Cells(IReadOnlyList<string> row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] is { } column)
            {
                cells[column] = i < row.Count ? row[i] : "";
            }
        }

        if (cells.Remove(PeopleColumns.FirstName, out var first) | cells.Remove(PeopleColumns.LastName, out var last))
        {
            cells["name"] = first == PersonRow.NotText || last == PersonRow.NotText ? PersonRow.NotText : $"{first} {last}".Trim();
        }

        return cells;
    }

    private static bool IsTarget(string column, IReadOnlyList<string> known) =>
        known.Contains(column) || column is PeopleColumns.FirstName or PeopleColumns.LastName;

    private static bool IsLeftOut(string heading, bool isBlank, bool hasEmail, ColumnChoice choice) =>
        isBlank || choice.LeaveOut.Contains(heading, Label.Comparer) || choice.LeaveOut.Contains(ColumnChoice.EveryUnknown)
            || (hasEmail && PeopleColumns.IsOfTheExport(heading));

    /// <summary>Puts what the sender chose in the place of what the headings seem to mean.</summary>
    private static List<Problem> Chosen(
        IReadOnlyList<string> headings, string?[] columns, ColumnChoice choice, IReadOnlyList<string> known)
    {
        var problems = new List<Problem>();
        var chosen = new HashSet<int>();
        foreach (var (column, heading) in choice.Columns)
        {
            var place = $"column={Shown(column)}";
            var found = Enumerable.Range(0, headings.Count).Where(i => Label.Same(headings[i], heading)).ToList();
            if (!IsTarget(column, known))
            {
                problems.Add(new Problem(
                    place,
                    $"{PeopleColumns.WhyUnknown(column)}{Meant(PeopleColumns.Guess(column, known))} The columns are: "
                        + $"{PeopleColumns.Listed(known)}, {PeopleColumns.FirstName}, {PeopleColumns.LastName}."));
            }
            else if (found.Count != 1)
            {
                problems.Add(new Problem(
                    place, found.Count == 0 ? NoHeading(heading, headings) : $"{found.Count} columns are called that."));
            }
            else if (!chosen.Add(found[0]))
            {
                problems.Add(new Problem(place, "The same heading is given for another column too; it can be read as one only."));
            }
            else
            {
                columns[found[0]] = column;
            }
        }

        problems.AddRange(choice.LeaveOut
            .Where(h => h != ColumnChoice.EveryUnknown && !headings.Contains(h, Label.Comparer))
            .Select(h => new Problem($"leaveOut={Shown(h)}", NoHeading(h, headings))));
        return [.. problems.Take(MostProblems)];
    }

    private static string NoHeading(string heading, IReadOnlyList<string> headings) =>
        $"No column is called that.{Meant(new Spelling(heading).NearestOf(headings.Select(h => new Spelling(h))).FirstOrDefault())} The "
            + $"first line has: {PeopleColumns.Listed(headings.Where(h => h.Length > 0).Take(50).Select(Shown))}.";

    private static string Meant(string? guess) => guess is null ? "" : $" Did you mean {Shown(guess)}?";

    /// <returns>What to say where one of two columns would be lost; null where all is well.</returns>
    private static string? Twice(IReadOnlyList<string> headings, string?[] columns)
    {
        var named = columns.Select((c, i) => (Column: c is PeopleColumns.FirstName or PeopleColumns.LastName ? "name" : c, Own: c, i))
            .Where(c => c.Column is not null).GroupBy(c => c.Column!, StringComparer.Ordinal)
            .FirstOrDefault(g => g.DistinctBy(c => c.Own).Count() < g.Count() || (g.Count() > 1 && g.Any(c => c.Own == "name")));
        return named is null ? null
            : $"Two columns are read as {Shown(named.Key)}, and one of them would be lost: "
                + $"{string.Join(" and ", named.Select(c => $"“{Shown(headings[c.i])}”"))}. Give each column a name of its own, or say "
                + "which one not to read with ?leaveOut=; nobody was added.";
    }

    /// <summary>The columns there are, are told once, with the first.</summary>
    private static IEnumerable<Problem> Unknown(IReadOnlyList<string> headings, List<int> unknown, IReadOnlyList<string> known) =>
        unknown.Take(MostProblems).Select((i, n) =>
        {
            var heading = Shown(headings[i]);
            var listed = n == 0 ? $" The columns are: {PeopleColumns.Listed(known)}." : "";
            var advice = headings[i].Length == 0
                ? $"Column {i + 1} has no name, and cells below it are filled. Give it one, or empty it."
                : PeopleColumns.Guess(headings[i], known) is { } guess
                ? $"{PeopleColumns.WhyUnknown(PeopleColumns.Of(headings[i]))} If you mean {guess}, call the column {guess}, or send the "
                    + $"file with ?column={guess}:{heading}. Otherwise leave it out with ?leaveOut={heading}."
                : $"{PeopleColumns.WhyUnknown(PeopleColumns.Of(headings[i]))} Say what it is with ?column=, leave it out with "
                    + $"?leaveOut={heading}, or take it out of the file.";
            return new Problem(
                $"the first line, {(headings[i].Length == 0 ? $"column {i + 1}" : Shown(PeopleColumns.Of(headings[i])))}", advice + listed);
        });

    private static IEnumerable<Problem> Missing(IReadOnlyCollection<string?> columns) =>
        PersonRow.Required
            .Where(c => !columns.Contains(c)
                && !(c == "name" && (columns.Contains(PeopleColumns.FirstName) || columns.Contains(PeopleColumns.LastName))))
            .Select(c => new Problem($"the first line, {c}", $"A column {c} is missing; every person needs it."));

    private static string Shown(string heading) => heading.Length > 40 ? heading[..40] : heading;
}
