using System.Text;
using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Rendering;

public sealed class ReportFileTests
{
    private const string Hostile = "</blockquote><script>alert(1)</script> {{ thresholds }}";

    private static readonly Scheme Judicial = Templates.Schemes.Find("judicial")!;

    private static readonly CohortDefinition Cohort = CohortDefinitionReader.Read(
        FieldReader.Of(JsonDocument.Parse(Samples.JudicialDefinition.ToJsonString()).RootElement)).Value!;

    [Fact]
    public void It_has_what_the_report_has_and_people_cannot_put_markup_into_it()
    {
        var page = Templates.Parse(Rendered([Hostile, "Two\nlines"]));
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, [src], [href]"));
        Assert.Equal([Hostile, "Two\nlines"], page.QuerySelectorAll("blockquote").Select(q => q.TextContent));
        Assert.Contains("Tuesday 12 December 2023 at 9am (London time)", page.Body!.TextContent, StringComparison.Ordinal);
        var cells = page.QuerySelectorAll("td").Select(c => c.TextContent).ToList();
        Assert.All(
            ["24", "fewer than 5", "12", "10 or more", "65 to 69", "4 or more", "not shown"], value => Assert.Contains(value, cells));
    }

    [Fact]
    public void Without_comments_it_does_not_speak_of_them() =>
        Assert.DoesNotContain("blockquote>", Rendered([]), StringComparison.Ordinal);

    [Fact]
    public void The_same_report_gives_the_same_file() => Assert.Equal(Rendered([Hostile]), Rendered([Hostile]));

    private static string Rendered(string[] comments) => Encoding.UTF8.GetString(new ReportFile(Templates.Folder).Render(
        new Report
        {
            CohortId = "judicial-2023",
            MadeAt = new DateTimeOffset(2023, 12, 12, 9, 0, 0, TimeSpan.Zero),
            Asked = 24,
            Answered = "fewer than 5",
            Pairs = 12,
            PairsCompleted = "10 or more",
            SessionsHeld = "65 to 69",
            Questions =
            [
                new QuestionResult("safe", "Did it feel safe?", "4 or more", "5 to 9"),
                new QuestionResult("again", "Again?", "not shown", "fewer than 5"),
            ],
            Comments = comments,
            Thresholds = ReportMaker.Thresholds(Judicial),
        },
        Cohort,
        Judicial));
}
