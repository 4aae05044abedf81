using System.Collections.Concurrent;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>Renders templates/pages, each inside its frame. Templates are parsed once; one instance serves all threads.</summary>
/// <remarks>Pages hold no script and no inline style; every value is HTML-escaped.</remarks>
public sealed class PageRenderer(string templatesFolder)
{
    private const string SharedWords = "_words";

    private readonly TemplateCatalogue _catalogue = new(templatesFolder);
    private readonly ConcurrentDictionary<string, (PageWords Words, TemplateFile Body)> _parsed = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such page, or it uses a value that the page lacks.</exception>
    public string Render(Page page)
    {
        var values = ScriptModel.From(page.Values);
        var faulty = page.Fields.Where(field => field.Error is not null).ToList();
        values["title"] = page.Title;
        values["has_errors"] = faulty.Count > 0;
        values["errors"] = new ScriptArray(faulty.Select(FieldModel.Error));
        values["fields"] = new ScriptArray(page.Fields.Select(FieldModel.From));
        values["submit_label"] = page.SubmitLabel;
        values["form"] = new RenderedHtml(page.SubmitLabel.Length == 0 ? "" : Render("_fields", values));
        values["body"] = new RenderedHtml(Render(page.Name, values));
        return Render(page.Frame, values);
    }

    /// <param name="page">The template's name.</param>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    public PageWords WordsOf(string page) => Parsed(page).Words;

    private string Render(string name, ScriptObject values) => Parsed(name).Body.Render(new HtmlContext(values));

    private (PageWords Words, TemplateFile Body) Parsed(string name) => _parsed.GetOrAdd(name, page =>
    {
        var path = $"pages/{page}.html";
        var (frontMatter, body) = PageWords.Split(_catalogue.Read(path));
        return (new PageWords(path, frontMatter, page == SharedWords ? null : WordsOf(SharedWords)), new TemplateFile(path, body));
    });
}
