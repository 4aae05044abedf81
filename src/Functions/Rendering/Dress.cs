using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>The look that each element of an email would else take from the mail program: class and style, by element.</summary>
internal sealed class Dress
{
    private readonly List<(string Bare, string Dressed)> _starts;

    private Dress(IEnumerable<IElement> samples) =>
        _starts = [.. samples.Select(sample => (Bare(sample), $"<{sample.LocalName}{Attributes(sample)}{Ending(sample)}"))];

    /// <summary>Takes it from the samples inside an element, and leaves a value of the element's id in their place.</summary>
    public static Dress TakenFrom(IHtmlDocument page, string id)
    {
        var place = page.GetElementById(id)!;
        var dress = new Dress(place.QuerySelectorAll("*").ToList());
        place.Replace(page.CreateTextNode($"{{{{ {id} }}}}"));
        return dress;
    }

    /// <param name="html">As Markdig wrote it: of the text's own HTML nothing is in it, so each start tag is a Markdown element's.</param>
    public string On(string html) =>
        _starts.Aggregate(html, (text, start) => text.Replace(start.Bare, start.Dressed, StringComparison.Ordinal));

    private static string Bare(IElement sample) => $"<{sample.LocalName}{Ending(sample)}";

    /// <summary>A link's own address follows.</summary>
    private static string Ending(IElement sample) => sample is IHtmlAnchorElement ? " href" : ">";

    private static string Attributes(IElement sample) => string.Concat(sample.Attributes
        .Where(a => a.Name != "href")
        .OrderBy(a => a.Name, StringComparer.Ordinal)
        .Select(a => $" {a.Name}=\"{System.Net.WebUtility.HtmlEncode(a.Value)}\""));
}
