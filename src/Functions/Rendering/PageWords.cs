using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// The words of one page, by key: titles, labels, hints, options, receipts and reasons. They are the front matter of its template, a line
/// each, and
/// may use values as its text does. What a page lacks is taken from the words that all pages share.
/// </summary>
public sealed partial class PageWords
{
    private readonly IReadOnlyDictionary<string, TemplateFile> _texts;
    private readonly PageWords? _shared;
    private readonly string _page;

    internal PageWords(string page, string frontMatter, PageWords? shared)
    {
        _page = page;
        _shared = shared;
        var texts = new Dictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (Match line in Line().Matches(frontMatter))
        {
            texts[line.Groups["key"].Value] = new TemplateFile($"{page}: {line.Groups["key"].Value}", line.Groups["text"].Value);
        }

        _texts = texts;
    }

    private PageWords(string page, IReadOnlyDictionary<string, TemplateFile> texts, PageWords? shared)
    {
        _page = page;
        _texts = texts;
        _shared = shared;
    }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The first of the keys that the page has words for; null where it has none.</summary>
    public string? Find(params string[] keys) => Find(keys, []);

    /// <exception cref="ArgumentException">The page has no such words, or they use a value that is not there.</exception>
    public string this[string key, params (string Name, object? Value)[] values] =>
        Find([key], values) ?? throw new ArgumentException($"{_page}: its front matter has no words for '{key}'.", nameof(key));

    /// <inheritdoc cref="Find(string[])"/>
    public string? Find(IReadOnlyList<string> keys, IReadOnlyList<(string Name, object? Value)> values)
    {
        foreach (var key in keys)
        {
            if (Text(key) is { } text)
            {
                return text.Plain
                    ?? text.Render(new WordsContext(ScriptModel.From(values.Select(v => KeyValuePair.Create(v.Name, v.Value)))));
            }
        }

        return null;
    }

    /// <summary>These words, and for keys that they lack those of the same page in the language that is whole.</summary>
    internal PageWords Over(PageWords whole)
    {
        var texts = new Dictionary<string, TemplateFile>(whole._texts, StringComparer.Ordinal);
        foreach (var (key, text) in _texts)
        {
            texts[key] = text;
        }

        return new PageWords(_page, texts, _shared);
    }

    /// <summary>The same words with others for all pages to share.</summary>
    internal PageWords Sharing(PageWords? shared) => new(_page, _texts, shared);

    internal static bool HasText(string body) => Comment().Replace(body, "").Trim().Length > 0;

    /// <summary>
    /// The front matter and the rest of a template; a comment in place of what is cut keeps the line numbers that errors name.
    /// </summary>
    internal static (string FrontMatter, string Body) Split(string text)
    {
        var front = FrontMatter().Match(text);
        return front.Success
            ? (front.Groups["words"].Value, "{{##" + new string('\n', front.Value.Count(c => c == '\n')) + "##}}" + text[front.Length..])
            : ("", text);
    }

    private TemplateFile? Text(string key) => _texts.GetValueOrDefault(key) ?? _shared?.Text(key);

    [GeneratedRegex(@"\A---\n(?<words>([^\n]*\n)*?)---\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\A\{\{##\n*##\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^(?<key>[\w.-]+): (?<text>[^\n]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

/// <summary>For words that become values of a page: they are escaped there, once.</summary>
internal sealed class WordsContext(ScriptObject model) : EscapingContext(model)
{
    protected override string Escape(string text) => text;

    protected override string WebAddress(string address) => address;

    protected override string MailAddress(string address) => address;
}
