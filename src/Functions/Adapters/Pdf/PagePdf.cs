using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PdfSharp.Fonts;

namespace ReverseMentoring.Functions.Adapters.Pdf;

/// <summary>
/// A page as a PDF, for whoever reads on paper or away from the web: the same words in the same order, tagged for screen readers, in a font
/// that it brings along. What only leads somewhere else on the web page is left out.
/// </summary>
public static class PagePdf
{
    static PagePdf() => GlobalFontSettings.FontResolver = new EmbeddedFonts();

    /// <param name="html">The page; its main part is written.</param>
    /// <param name="language">Such as en-GB.</param>
    /// <param name="footer">Stands at the foot of each page, before its number.</param>
    public static byte[] Write(string html, string language, string footer)
    {
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")
            ?? throw new ArgumentException("The page has no main part.", nameof(html));
        var title = main.QuerySelector("h1")?.TextContent.Trim() ?? "";
        using var sheets = new PdfSheets(title, language, footer);
        Children(main, sheets);
        return sheets.Close();
    }

    private static void Children(IElement parent, PdfSheets sheets)
    {
        foreach (var child in parent.Children)
        {
            Block(child, sheets);
        }
    }

    private static void Block(IElement element, PdfSheets sheets)
    {
        switch (element.LocalName)
        {
            case "h1":
                sheets.Write(Runs(element, bold: true), PdfTextStyle.Title);
                break;
            case "h2":
                sheets.Write(Runs(element, bold: true), PdfTextStyle.Heading);
                break;
            case "h3" or "h4":
                sheets.Write(Runs(element, bold: true), PdfTextStyle.Subheading);
                break;
            case "p" when element.QuerySelector("a[href^='?']") is null:
                sheets.Write(Runs(element), element.ClassList.Contains("small") ? PdfTextStyle.Small : PdfTextStyle.Paragraph);
                break;
            case "ul" or "ol":
                List(element, sheets);
                break;
            case "dl":
                Pairs(element, sheets);
                break;
            case "table":
                Rows(element, sheets);
                break;
            case "svg":
                sheets.Draw(element);
                break;
            case "section" or "div" or "article":
                Children(element, sheets);
                break;
        }
    }

    private static void List(IElement list, PdfSheets sheets)
    {
        foreach (var (item, n) in list.Children.Where(c => c.LocalName == "li").Select((item, n) => (item, n + 1)))
        {
            sheets.Write(Runs(item), PdfTextStyle.Item with { Mark = list.LocalName == "ol" ? $"{n}." : "•" });
        }
    }

    private static void Pairs(IElement list, PdfSheets sheets)
    {
        foreach (var term in list.QuerySelectorAll("dt"))
        {
            var told = term.NextElementSibling is { LocalName: "dd" } dd ? Runs(dd) : [];
            sheets.Write([.. Runs(term, bold: true), new PdfRun(": ", true), .. told], PdfTextStyle.Paragraph);
        }
    }

    /// <summary>A row is a paragraph, each cell said after its column.</summary>
    private static void Rows(IElement table, PdfSheets sheets)
    {
        foreach (var row in table.QuerySelectorAll("tbody tr"))
        {
            var cells = row.Children.Skip(1).SelectMany(
                c => new[] { new PdfRun($" {c.GetAttribute("data-l")}: ", true) }.Concat(Runs(c)).Append(new PdfRun(".", false)));
            sheets.Write([.. Runs(row.Children[0], bold: true), new PdfRun(".", true), .. cells], PdfTextStyle.Paragraph);
        }
    }

    private static List<PdfRun> Runs(INode node, bool bold = false)
    {
        var runs = new List<PdfRun>();
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    runs.Add(new PdfRun(text.Data, bold));
                    break;
                case IElement { LocalName: "br" }:
                    runs.Add(new PdfRun("; ", bold));
                    break;
                case IElement { LocalName: "a" } link when link.GetAttribute("href") is { } to && to.StartsWith("http",
                    StringComparison.Ordinal):
                    runs.AddRange(Runs(link, bold: true));
                    runs.Add(new PdfRun($" ({to})", bold));
                    break;
                case IElement inner:
                    runs.AddRange(Runs(inner, bold || inner.LocalName is "strong" or "b"));
                    break;
            }
        }

        return runs;
    }
}
