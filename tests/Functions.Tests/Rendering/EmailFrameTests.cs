using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>What mail programs need that know little of HTML (E5).</summary>
public class EmailFrameTests
{
    /// <summary>Of a longer email Gmail shows the beginning alone.</summary>
    private const int ClippedByGmail = 102 * 1024;

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void What_an_inbox_shows_beside_the_subject_comes_first_and_is_hidden_in_the_email(string template)
    {
        var first = Shown(template).Body!.FirstElementChild!;
        Assert.Equal("preheader", first.ClassName);
        Assert.Equal("true", first.GetAttribute("aria-hidden"));
        Assert.Contains("display: none", first.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("mso-hide: all", first.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Empty(first.Children);
        var text = first.TextContent.Replace("\u034F\u200C\u00A0", "", StringComparison.Ordinal);
        Assert.InRange(text.Length, 5, 400);
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void The_layout_is_tables_that_say_they_are_no_data_and_name_their_ground_twice(string template)
    {
        var page = Shown(template);
        Assert.NotEmpty(page.QuerySelectorAll("table"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
        Assert.All(
            page.QuerySelectorAll("[bgcolor]"),
            ground => Assert.Contains(
                $"background-color: {ground.GetAttribute("bgcolor")}", ground.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Contains("<!--[if mso]><table role=\"presentation\"", Html(template), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Without_the_style_sheet_every_text_still_has_its_face_size_and_colour(string template)
    {
        foreach (var text in Shown(template).QuerySelectorAll("h1, p, h2, li"))
        {
            var style = text.GetAttribute("style") ?? "";
            Assert.All(["font-family:", "font-size:", "line-height:", "color: #", "margin:"],
                part => Assert.Contains(part, style, StringComparison.Ordinal));
        }

        Assert.All(
            Shown(template).QuerySelectorAll("a"),
            link => Assert.Contains("color:", link.GetAttribute("style"), StringComparison.Ordinal));
    }

    private const string Meeting = "https://meet.example.org/";

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void What_the_email_asks_for_is_a_button_and_leaving_is_none(string template)
    {
        var page = Shown(template);
        var buttons = page.QuerySelectorAll(".btn");
        // How to join a gathering is the coordinator's own address.
        static bool Asks(IElement link) => Uri.UnescapeDataString(link.GetAttribute("href")!) is var address
            && (address == EmailModels.Page.ToString() || address.StartsWith(Meeting, StringComparison.Ordinal));
        var asks = page.Links.Where(Asks).ToList();
        Assert.Equal(asks.Count, buttons.Length);
        Assert.All(buttons, cell =>
        {
            Assert.IsAssignableFrom<IHtmlTableCellElement>(cell);
            Assert.Equal("#583265", cell.GetAttribute("bgcolor"));
            var button = Assert.Single(cell.Children);
            Assert.True(Asks(button));
            Assert.Contains("color: #ffffff", button.GetAttribute("style"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Outlook_which_knows_no_button_is_given_one_as_a_drawing_and_not_the_other(string template)
    {
        var page = Shown(template);
        var buttons = page.QuerySelectorAll(".btn");
        var drawings = page.Descendants<IComment>()
            .Where(c => c.Data.StartsWith("[if mso]><v:roundrect", StringComparison.Ordinal)).ToList();
        Assert.Equal(buttons.Length, drawings.Count);
        foreach (var (button, drawing) in buttons.Zip(drawings))
        {
            var drawn = Parse(drawing.Data["[if mso]>".Length..^"<![endif]".Length]).Body!.FirstElementChild!;
            Assert.Equal(button.QuerySelector("a")!.GetAttribute("href"), drawn.GetAttribute("href"));
            Assert.Equal("#583265", drawn.GetAttribute("fillcolor"));
            Assert.Equal(button.TextContent, drawn.TextContent);
            Assert.Matches("height:48px;.*width:[1-5][0-9]{2}px;", drawn.GetAttribute("style"));
            var (before, after) = (Around(button, next: false), Around(button, next: true));
            Assert.Equal("[if !mso]><!", before);
            Assert.Equal("<![endif]", after);
        }
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void The_HTML_is_without_a_fault_and_without_what_mail_programs_take_out(string template)
    {
        var html = Html(template);
        var faults = new List<HtmlErrorEvent>();
        var parser = new HtmlParser();
        parser.Error += (_, fault) => faults.Add((HtmlErrorEvent)fault);
        var page = parser.ParseDocument(html);
        Assert.Empty(faults.Select(f => $"{f.Position}: {f.Message}"));

        Assert.Empty(page.QuerySelectorAll("script, link, iframe, form, input, button, object, embed, video, audio, svg, img, base"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All, e => e.HasAttribute("id"));
        Assert.All(page.All.Select(e => e.GetAttribute("style") ?? ""), style => Assert.DoesNotMatch(
            "var\\(|calc\\(|rem\\b|display: ?(flex|grid)|position:|url\\(|!important", style));
        Assert.DoesNotContain("var(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("h1", page.QuerySelectorAll("h1, h2, h3")[0].LocalName);
        Assert.Equal(page.Title, page.QuerySelector("[role=article]")!.GetAttribute("aria-label"));
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void The_letterhead_names_the_scheme_and_the_cohort(string template)
    {
        var model = EmailModels.Full(template);
        var head = string.Concat(Shown(template).QuerySelectorAll(".letterhead").Select(row => row.TextContent));
        Assert.Contains(EmailModels.Text(model, "scheme", "name"), head, StringComparison.Ordinal);
        Assert.Contains(EmailModels.Text(model, "cohort", "name"), head, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Every_ground_and_colour_has_a_dark_one(string template)
    {
        var page = Shown(template);
        var sheet = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        var dark = sheet[sheet.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..].Replace(',', ' ');
        var names = page.Body!.QuerySelectorAll("[bgcolor], h1, p, h2, li, a")
            .Select(e => e.ClassList.Length == 0 ? "btn a" : e.ClassList[0]);
        Assert.All(
            names.Append("back").Distinct(StringComparer.Ordinal), name => Assert.Contains($".{name} ", dark, StringComparison.Ordinal));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Gmail_shows_all_of_it_though_people_write_at_length(string template)
    {
        var email = Emails.Render(template, EmailModels.WithTexts(EmailModels.Full(template), text => text + new string('x', 1500)));
        Assert.InRange(Encoding.UTF8.GetByteCount(email.Html), 1, ClippedByGmail);
    }

    private static string Around(IElement button, bool next)
    {
        INode? node = button.Closest("table");
        do
        {
            node = next ? node!.NextSibling : node!.PreviousSibling;
        }
        while (node is not (null or IComment));
        return (node as IComment)?.Data ?? "";
    }

    private static string Html(string template) => Emails.Render(template, EmailModels.Full(template)).Html;

    private static IHtmlDocument Shown(string template) => Parse(Html(template));
}
