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
    private readonly Dictionary<string, TemplateFile> _texts = new(StringComparer.Ordinal);
    private readonly PageWords? _shared;
    private readonly string _page;

    internal PageWords(string page, string frontMatter, PageWords? shared)
    {
        _page = page;
        _shared = shared;
        foreach (Match line in Line().Matches(frontMatter))
        {
            _texts[line.Groups["key"].Value] = new TemplateFile($"{page}: {line.Groups["key"].Value}", line.Groups["text"].Value);
        }
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
                var model = ScriptModel.From(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
                return text.Render(new WordsContext(model));
            }
        }

        return null;
    }

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
