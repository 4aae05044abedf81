using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ReverseMentoring.Rehearsal.People;

/// <summary>A page as a person sees it, and the form on it.</summary>
public sealed class WebForm
{
    private readonly IHtmlDocument _document;
    private readonly IHtmlFormElement? _form;

    public WebForm(string html)
    {
        _document = new HtmlParser().ParseDocument(html);
        _form = _document.QuerySelector<IHtmlFormElement>("form[method=post]");
    }

    public string Heading => _document.QuerySelector("h1")?.TextContent ?? "";

    public bool HasForm => _form is not null;

    public IReadOnlyList<string> Errors => [.. _document.QuerySelectorAll("[role=alert] a").Select(a => a.TextContent)];

    /// <summary>Where a link leads whose words begin so; null: there is none.</summary>
    public string? LinkOf(string words) => _document.QuerySelectorAll("a[href]")
        .FirstOrDefault(a => a.TextContent.StartsWith(words, StringComparison.Ordinal))?.GetAttribute("href");

    /// <summary>Every field's name, and whether it is required.</summary>
    public IReadOnlyList<(string Name, bool Required)> Fields =>
        _form is null ? [] : [.. _form.QuerySelectorAll("input[name], textarea[name]")
            .Select(e => (e.GetAttribute("name")!, e.HasAttribute("required"))).DistinctBy(f => f.Item1)];

    /// <summary>What a browser would post after the person filled in <paramref name="answers"/>: only fields that the form has, and the
    /// button that is
    /// pressed.</summary>
    public FormUrlEncodedContent Fill(IReadOnlyDictionary<string, string> answers) =>
        new(Fields.Select(f => f.Name).Concat(Buttons).Where(answers.ContainsKey).Select(n => KeyValuePair.Create(n, answers[n])));

    private IEnumerable<string> Buttons =>
        _form is null ? [] : _form.QuerySelectorAll("button[name]").Select(b => b.GetAttribute("name")!).Distinct(StringComparer.Ordinal);
}
