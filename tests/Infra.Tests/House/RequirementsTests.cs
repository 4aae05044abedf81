using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>Comments and pages name what a scheme asks for by an id, such as J23. docs/requirements.md says what that is.</summary>
public partial class RequirementsTests
{
    private static readonly HashSet<string> Known =
        [.. Repository.Rows("docs/requirements.md").Where(cells => cells.Length == 2 && Id().IsMatch(cells[0])).Select(cells => cells[0])];

    [Fact]
    public void Every_requirement_that_a_comment_names_is_in_the_table() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from line in File.ReadLines(Repository.Path(file))
            from id in InComment(line)
            where !Known.Contains(id)
            select $"{file}: {id} in {line.Trim()}");

    [Fact]
    public void Every_requirement_that_a_page_names_is_in_the_table() =>
        Assert.Empty(
            from file in Repository.Files
            where file.EndsWith(".md", StringComparison.Ordinal)
                && (file.StartsWith("docs/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal))
            from id in InBrackets()
                .Matches(Repository.Read(file)).SelectMany(match => Id().Matches(match.Value)).Select(match => match.Value)
            where !Known.Contains(id)
            select $"{file}: {id}");

    [Fact]
    public void Each_is_told_once_in_a_sentence()
    {
        var rows = Repository.Rows("docs/requirements.md").Where(cells => cells.Length == 2 && Id().IsMatch(cells[0])).ToList();
        Assert.True(rows.Count > 30);
        Assert.Equal(rows.Select(cells => cells[0]).Distinct(StringComparer.Ordinal), rows.Select(cells => cells[0]));
        Assert.All(rows, cells => Assert.True(cells[1].Length > 20, cells[0]));
    }

    [Theory]
    [InlineData("    /// The mentor confirms before anything is released (J30).", new[] { "J30" })]
    [InlineData("    // J22 and J23 stay with the coordinator.", new[] { "J22", "J23" })]
    [InlineData("    var pair = \"A1\";", new string[0])]
    [InlineData("    // See https://example.org/A1 and the cell A1:B2.", new string[0])]
    public void An_id_is_found_in_a_comment_and_nowhere_else(string line, string[] ids) => Assert.Equal(ids, InComment(line));

    private static IEnumerable<string> InComment(string line) =>
        Comment().Match(line) is { Success: true } comment ? InText().Matches(comment.Value).Select(match => match.Value) : [];

    [GeneratedRegex("^[KTNAJ][0-9]{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(^|[^:\"])//.*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("(?<![\\w/\"'-])[KTNAJ][0-9]{1,2}(?![\\w:\"'-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InText();

    [GeneratedRegex(@"\([KTNAJ][0-9]{1,2}(, [KTNAJ][0-9]{1,2})*[):]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBrackets();
}
