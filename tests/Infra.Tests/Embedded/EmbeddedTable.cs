using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.Embedded;

/// <summary>The tables of embedded/README.md: a type, its members, and what they mirror.</summary>
internal sealed partial class EmbeddedTable
{
    private static readonly string[] InWords = ["constructors", "implicit conversions", "(delegate)"];

    private readonly Dictionary<string, Row> rows;

    private EmbeddedTable(IEnumerable<Row> rows) => this.rows = rows.ToDictionary(row => row.Type, StringComparer.Ordinal);

    public IEnumerable<Row> Rows => rows.Values;

    public static EmbeddedTable Read() => new(
        from line in File.ReadLines(Repository.Path("embedded/README.md"))
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 3 && cells[0].StartsWith('`') && cells[0].Contains('.', StringComparison.Ordinal)
        select new Row(cells[0].Trim('`'), Members(cells[1]), cells[2]));

    public bool Lists(string type) => rows.ContainsKey(type);

    public bool Lists(string type, string member) => rows.TryGetValue(type, out var row) && row.Members.Contains(member);

    public EmbeddedTable Without(string type, string? member = null) => new(
        from row in rows.Values
        where row.Type != type || member is not null
        select row.Type == type ? row with { Members = row.Members.Where(name => name != member).ToHashSet(StringComparer.Ordinal) } : row);

    private static HashSet<string> Members(string cell) =>
        Name().Matches(cell).Select(match => match.Groups["name"].Value)
            .Concat(InWords.Where(word => cell.Contains(word, StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    /// <param name="Mirrors">The official package, a space, its version.</param>
    internal sealed record Row(string Type, IReadOnlySet<string> Members, string Mirrors);
}
