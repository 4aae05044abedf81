using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;
using ReverseMentoring.Domain.Schemes;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// The HTML around every email of one scheme: a letterhead, a sheet and a footer, laid out in tables with their styles inline, which
/// Outlook, Gmail and Apple Mail draw alike. templates/assets/email.html is written with a style sheet; PreMailer.Net puts that inline
/// once, and what its sample of each element then looks like is put on the elements of every email. The style sheet that is kept adds the
/// dark colours and narrow screens alone: without it the email is whole.
/// </summary>
internal sealed partial class EmailFrame
{
    /// <summary>Keeps inboxes from going on with the letter where the preheader is short.</summary>
    private static readonly RenderedHtml Filler = new(string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 24)));

    private readonly string _mark;
    private readonly Dress _body;
    private readonly Dress _footer;
    private readonly TemplateFile _box;
    private readonly TemplateFile _button;
    private readonly TemplateFile _frame;

    /// <param name="source">The text of email.html.</param>
    public EmailFrame(string source, LookSheet look, Face face)
    {
        using var inliner = new PreMailer.Net.PreMailer(Coloured(source, look, face));
        inliner.MoveCssInline(removeStyleElements: true, ignoreElements: "#kept");
        var page = inliner.Document;
        var (rings, letters) = (Taken(page, "rings"), Part("letters", Taken(page, "letters")));
        _mark = face.Mark.Length == 0 ? rings : letters.Render(new HtmlContext(new ScriptObject { ["mark"] = face.Mark }));
        _box = Part("box", Taken(page, "box"));
        _button = Part("button", Taken(page, "button"));
        _body = Dress.TakenFrom(page, "body");
        _footer = Dress.TakenFrom(page, "footer");
        page.QuerySelector("#kept")!.RemoveAttribute("id");
        _frame = Part("frame", page.ToHtml());
    }

    public string Wrap(EmailLetter letter) => _frame.Render(new HtmlContext(new ScriptObject
    {
        ["language"] = letter.Language,
        ["subject"] = AsHtml(letter.Subject),
        ["heading"] = AsHtml(letter.Heading),
        ["preheader"] = new RenderedHtml(letter.Preheader),
        ["filler"] = Filler,
        ["mark"] = new RenderedHtml(_mark),
        ["scheme"] = AsHtml(PeoplesText.WithoutLinks(PeoplesText.OneLine(letter.Scheme))),
        ["cohort"] = AsHtml(PeoplesText.WithoutLinks(PeoplesText.OneLine(letter.Cohort))),
        ["body"] = new RenderedHtml(Button().Replace(Labelled().Replace(_body.On(letter.Body), Box), ButtonOf)),
        ["footer"] = new RenderedHtml(_footer.On(letter.Footer)),
    })).ReplaceLineEndings("\n");

    /// <summary>The tokens of look.css: dark ones in the style sheet that is kept, light ones around it.</summary>
    private static string Coloured(string source, LookSheet look, Face face)
    {
        var start = source.IndexOf("<style id=\"kept\">", StringComparison.Ordinal);
        var end = source.IndexOf("</style>", start, StringComparison.Ordinal);
        return With(source[..start], look.LightTokens, face.AccentLight)
            + With(source[start..end], look.DarkTokens, face.AccentDark)
            + With(source[end..], look.LightTokens, face.AccentLight);
    }

    private static string With(string text, Dictionary<string, string> tokens, string accent) => Token().Replace(
        text, t => t.Groups["name"].Value is var name && name == "accent" ? accent : Whole(tokens[name]));

    /// <summary>Six digits, because some mail programs know no shorter colour.</summary>
    private static string Whole(string value) => Colour.Parse(value)?.ToString() ?? value;

    private static TemplateFile Part(string name, string text) => new($"assets/email.html#{name}", text);

    private static string Taken(IHtmlDocument page, string id)
    {
        var part = page.GetElementById(id)!;
        part.Remove();
        return part.InnerHtml;
    }

    /// <summary>What to do, and by when: labelled paragraphs that follow each other.</summary>
    private string Box(Match paragraphs) =>
        _box.Render(new HtmlContext(new ScriptObject { ["text"] = new RenderedHtml(paragraphs.Value.Trim()) })) + "\n";

    /// <summary>
    /// What the email asks for: a link that is a paragraph of its own. Word's engine, which draws it for Outlook, needs its width first.
    /// </summary>
    private string ButtonOf(Match link) => _button.Render(new HtmlContext(new ScriptObject
    {
        ["address"] = new RenderedHtml(link.Groups["address"].Value),
        ["label"] = new RenderedHtml(link.Groups["label"].Value),
        ["width"] = 72 + 9 * link.Groups["label"].Length,
    })) + "\n";

    /// <summary>With the marks in it that keep mail programs from making links, which a page would take out.</summary>
    private static RenderedHtml AsHtml(string text) => new(WebUtility.HtmlEncode(text));

    [GeneratedRegex(@"var\(--(?<name>[a-z-]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(
        "(<p [^>]*><strong>[^<]+:</strong>.*?</p>\\s*)+",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        "<p [^>]*><a [^>]*href=\"(?<address>http[^\"]*)\"[^>]*>(?<label>.*?)</a></p>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Button();
}
