using System.Text.RegularExpressions;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public partial class HostileValueTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "</p></div><h1>hello</h1><img src=x>", "[x](http://evil.example)", "![x](http://evil.example/a.png)",
        "http://evil.example", "HTTPS://EVIL.EXAMPLE/x", "www.evil.example", "evil.example/path", "evil\u3002example", "a@evil.example",
        "<http://evil.example>", "<a@evil.example>", "javascript:alert(1)", "//evil.example", "\\\\evil\\share",
        "[x]: http://evil.example", "x\r\nBcc: victim@evil.example", "x\nBcc: y", "x\u2028Bcc: y", "x\u0085Bcc: y", "\r\n\r\n<b>body</b>",
        "{{ 1 }}", "{{ link }}", "}}", "`code`", "```\ncode\n```", "a | b\n--- | ---\nc | d", "&lt;b&gt;", "&#60;b&#62;", "&amp;amp;",
        "# heading", "x\n===", "x\n---", "---", "> quote", "- item", "1. item",
        "    code", "\tcode", "x\n\n    code", "**bold** _em_ ~~no~~",
        "\u202Egnp.exe\u202C", "\u2066x\u2069", "\u200Bzero\uFEFF", "trailing \\", "two spaces  \nbreak", "<!-- comment -->",
        "$& $1 ${label}", "private \uE000 use",
    ];

    [GeneratedRegex(
        @"https?:/|www\.\w|\w[.\u3002](example|com)\b|\S@\w|javascript:\w|//\w|\\\\\w",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Linkable();

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void No_value_brings_markup_a_link_or_a_header_line_into_any_email(string template)
    {
        foreach (var hostile in Hostile)
        {
            var email = Emails.Render(template, EmailModels.WithTexts(EmailModels.Full(template), _ => hostile));
            Assert.All(email.Subject, c => Assert.False(char.IsControl(c) || c is '\u2028' or '\u2029'));
            Assert.DoesNotMatch(Linkable(), email.Subject);
            Assert.DoesNotMatch(Linkable(), WithoutOurs(template, email.Text));
            Assert.DoesNotContain("\nBcc:", email.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]", email.Subject + email.Text + email.Html);
            CheckHtml(template, email.Html);
        }
    }

    private static void CheckHtml(string template, string html)
    {
        var page = Parse(html);
        var ours = EmailModels.LinksIn(EmailModels.Full(template)).Select(l => l.ToString()).ToList();
        Assert.All(page.Links, link => Assert.Contains(Uri.UnescapeDataString(link.GetAttribute("href")!), ours));
        var harmless = Parse(Emails.Render(template, EmailModels.WithTexts(EmailModels.Full(template), _ => "harmless")).Html);
        Assert.Equal(Elements(harmless), Elements(page));
        Assert.DoesNotMatch(Linkable(), WithoutOurs(template, page.DocumentElement.TextContent));
    }

    [Theory]
    [InlineData("*a* _b_ `c` <d> [e](f) # g | h ~~i~~ &amp; 1. j $k ^l {{ 1 }} \\")]
    [InlineData("O'Brien-Łukasz \"Zoë\" 李 عائشة 👩🏽‍⚖️ (she/her)")]
    [InlineData("http://evil.example and a@evil.example")]
    public void What_a_person_wrote_is_shown_as_it_was_typed(string typed)
    {
        var email = Emails.Render("introduction", EmailModels.WithTexts(EmailModels.Full("introduction"), _ => typed));
        foreach (var part in new[] { email.Text, Parse(email.Html).Body!.TextContent })
        {
            Assert.Contains(typed, part.Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Free_text_of_several_paragraphs_keeps_its_lines_in_both_parts()
    {
        var full = EmailModels.Full("introduction");
        var why = EmailModels.Text(full, "partner", "why_interested");
        var model = EmailModels.WithTexts(full, text => text == why ? "One.\r\n\r\nTwo.\n- Three" : text);
        var email = Emails.Render("introduction", model);
        Assert.Contains("interested: One.\n\n  Two.\n  - Three\n", email.Text, StringComparison.Ordinal);
        Assert.Contains("interested: One.<br />\n<br />\nTwo.<br />\n- Three</p>", email.Html, StringComparison.Ordinal);
    }

    /// <summary>Every element in order, but for the line breaks that a value may keep.</summary>
    private static List<string> Elements(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.All.Select(element => element.LocalName).Where(name => name != "br")];

    private static string WithoutOurs(string template, string text) => EmailModels.LinksIn(EmailModels.Full(template)).Aggregate(
        text, (rest, link) => rest.Replace(link.ToString().Replace("mailto:", "", StringComparison.Ordinal), "", StringComparison.Ordinal));
}
