using System.Globalization;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>Each record of a decision says when it was made and whether it holds, and the index says the same.</summary>
public partial class DecisionsTests
{
    private static readonly IReadOnlyList<Record> Records =
    [
        .. Directory.GetFiles(Repository.Path("docs/decisions"), "0*.md").Order(StringComparer.Ordinal).Select(Read),
    ];

    [Fact]
    public void Each_has_a_number_a_title_a_date_and_a_status()
    {
        Assert.True(Records.Count > 10);
        Assert.All(Records, record =>
        {
            Assert.Equal(int.Parse(record.File[..4], CultureInfo.InvariantCulture), record.Number);
            Assert.True(
                DateOnly.TryParseExact(record.Date, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), record.File);
        });
    }

    [Fact]
    public void The_index_has_every_record_as_it_is() =>
        Assert.Equal(
            Records.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Number} | [{r.Title}]({r.File}) | {r.Date} | {r.Status}")),
            Repository.Rows("docs/decisions/README.md").Where(cells => cells[0].Length > 0).Select(cells => string.Join(" | ", cells)));

    [Fact]
    public void One_that_was_overtaken_says_by_which() =>
        Assert.All(
            Records.Where(r => r.Status != "Accepted."),
            record => Assert.Contains(
                Records, other => other != record && record.Status.Contains($"({other.File})", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Accepted.", true)]
    [InlineData("Superseded by [60](0060-x.md).", true)]
    [InlineData("Probably.", false)]
    public void A_status_is_one_of_three(string status, bool known) => Assert.Equal(known, Status().IsMatch(status));

    private static Record Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var (title, dated) = (Title().Match(lines[0]), Dated().Match(lines[2]));
        Assert.True(title.Success && dated.Success && Status().IsMatch(dated.Groups["status"].Value), $"{path}: {lines[0]} / {lines[2]}");
        return new Record(
            Path.GetFileName(path), int.Parse(title.Groups["number"].Value, CultureInfo.InvariantCulture), title.Groups["title"].Value,
            dated.Groups["date"].Value, dated.Groups["status"].Value);
    }

    private sealed record Record(string File, int Number, string Title, string Date, string Status);

    [GeneratedRegex(@"^# (?<number>\d+)\. (?<title>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\*(?<date>\d{1,2} \w+ \d{4})\. (?<status>.+)\*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"^(Accepted\.( Amended by \[\d+\]\(.+\).*)?|Superseded by \[\d+\]\(.+\)\.)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
