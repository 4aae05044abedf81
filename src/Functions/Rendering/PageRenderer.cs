using System.Collections.Concurrent;
using ReverseMentoring.Domain.Schemes;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// Renders the pages of templates/ in one language, each inside its frame. Templates are parsed once; one instance serves all threads.
/// </summary>
/// <remarks>
/// Pages are whole without a script, hold none in their text and no inline style; every value is HTML-escaped.
/// </remarks>
public sealed class PageRenderer
{
    private const string SharedWords = "_words";

    private readonly TemplateCatalogue _catalogue;
    private readonly string _language;
    private readonly PageRenderer _whole;
    private readonly ConcurrentDictionary<string, PageRenderer> _others = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (PageWords Words, TemplateFile Body)> _parsed = new(StringComparer.Ordinal);

    /// <summary>In the language that is whole; <see cref="In"/> gives the others.</summary>
    public PageRenderer(string templatesFolder)
    {
        _catalogue = new TemplateCatalogue(templatesFolder);
        _language = Language.Default;
        _whole = this;
    }

    private PageRenderer(PageRenderer whole, string language)
    {
        _catalogue = whole._catalogue;
        _language = language;
        _whole = whole;
    }

    /// <summary>The same pages in another language; what it lacks is taken, text by text, from the one that is whole.</summary>
    public PageRenderer In(string language) =>
        language == _language ? this
        : language == Language.Default ? _whole
        : _whole._others.GetOrAdd(language, key => new PageRenderer(_whole, key));

    /// <exception cref="ArgumentException">There is no such page, or it uses a value that the page lacks.</exception>
    public string Render(Page page)
    {
        var values = ScriptModel.From(page.Values);
        var faulty = page.Fields.Where(field => field.Error is not null).ToList();
        values["language"] = _language;
        values["title"] = page.Title;
        values["has_errors"] = faulty.Count > 0;
        values["errors"] = new ScriptArray(faulty.Select(FieldModel.Error));
        values["fields"] = new ScriptArray(page.Fields.Select(FieldModel.From));
        values["counts_characters"] = page.Fields.Any(field => field.MaxLength is not null);
        values["submit_label"] = page.SubmitLabel;
        values["save_label"] = page.SaveLabel;
        values["preview_label"] = page.PreviewLabel;
        values["form"] = new RenderedHtml(page.SubmitLabel.Length == 0 ? "" : Render("_fields", values));
        values["typed_list"] = new RenderedHtml(page.Values.ContainsKey("typed") ? Render("_typed", values) : "");
        values["body"] = new RenderedHtml(Render(page.Name, values));
        return Render(page.Frame, values);
    }

    /// <param name="page">The template's name.</param>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    public PageWords WordsOf(string page) => Parsed(page).Words;

    private string Render(string name, ScriptObject values) => Parsed(name).Body.Render(new HtmlContext(values));

    private (PageWords Words, TemplateFile Body) Parsed(string name) => _parsed.GetOrAdd(name, page =>
    {
        var path = $"{_language}/pages/{page}.html";
        if (_whole != this && !_catalogue.Has(path))
        {
            // The page is as in the whole language; the words that all pages share may still be this one's.
            var (words, text) = _whole.Parsed(page);
            return (words.Sharing(SharedBy(page)), text);
        }

        var (frontMatter, body) = PageWords.Split(_catalogue.Read(path));
        var own = new PageWords(path, frontMatter, SharedBy(page));
        return _whole == this ? (own, new TemplateFile(path, body))
            // A page may translate words alone.
            : (own.Over(_whole.Parsed(page).Words), PageWords.HasText(body) ? new TemplateFile(path, body) : _whole.Parsed(page).Body);
    });

    private PageWords? SharedBy(string page) => page == SharedWords ? null : WordsOf(SharedWords);
}
