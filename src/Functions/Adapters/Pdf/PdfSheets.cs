using System.Globalization;
using AngleSharp.Dom;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace ReverseMentoring.Functions.Adapters.Pdf;

/// <summary>Pages of A4 that are filled from top to bottom, block by block.</summary>
internal sealed class PdfSheets : IDisposable
{
    /// <summary>Of the page, in points.</summary>
    private const double Margin = 62;

    private const double LineHeight = 1.42;
    private const double Indent = 18;

    private readonly PdfDocument _document = new();
    private readonly StructureBuilder _tags;
    private readonly Dictionary<(double Size, bool Bold), XFont> _fonts = [];
    private readonly string _footer;
    private XGraphics? _page;
    private double _width;
    private double _bottom;
    private double _y;

    public PdfSheets(string title, string language, string footer)
    {
        var manager = UAManager.ForDocument(_document);
        manager.SetDocumentLanguage(language);
        _tags = manager.StructureBuilder;
        _document.Info.Title = title;
        _footer = footer;
        NextPage();
        _tags.BeginElement(PdfGroupingElementTag.Article);
    }

    /// <summary>A block of text, over as many pages as it takes. A heading is not left alone at the foot of a page.</summary>
    public void Write(IReadOnlyList<PdfRun> runs, PdfTextStyle style)
    {
        var left = style.Mark.Length > 0 ? Indent : 0;
        var lines = Lines(Words(runs), style.Size, _width - left).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        _y += style.Before;
        var isHeading = style.Tag is not PdfBlockLevelElementTag.Paragraph;
        Room(style.Size * LineHeight * (isHeading ? 3 : 1));
        if (style.Tag == PdfBlockLevelElementTag.Heading2)
        {
            _document.Outlines.Add(string.Concat(runs.Select(r => r.Text)).Trim(), _document.Pages[^1]);
        }

        _tags.BeginElement(style.Tag);
        for (var n = 0; n < lines.Count; n++)
        {
            Room(style.Size * LineHeight);
            _y += style.Size * LineHeight;
            if (n == 0 && style.Mark.Length > 0)
            {
                _page!.DrawString(style.Mark, Font(style.Size, false), XBrushes.Black, Margin, _y);
            }

            var x = Margin + left;
            foreach (var (text, bold) in lines[n])
            {
                _page!.DrawString(text, Font(style.Size, bold), XBrushes.Black, x, _y);
                x += _page.MeasureString(text, Font(style.Size, bold)).Width;
            }
        }

        _tags.End();
    }

    /// <summary>A drawing of circles and words, with its title and description for those who do not see it.</summary>
    public void Draw(IElement svg)
    {
        var height = Number(svg, "height");
        Room(height + 12);
        _y += 12;
        var alt = $"{svg.QuerySelector("title")?.TextContent} {svg.QuerySelector("desc")?.TextContent}".Trim();
        _tags.BeginElement(PdfIllustrationElementTag.Figure, alt, new XRect(Margin, _y, _width, height));
        foreach (var circle in svg.QuerySelectorAll("circle"))
        {
            var r = Number(circle, "r");
            _page!.DrawEllipse(XPens.Gray, Margin + Number(circle, "cx") - r, _y + Number(circle, "cy") - r, 2 * r, 2 * r);
        }

        foreach (var text in svg.QuerySelectorAll("text"))
        {
            _page!.DrawString(
                text.TextContent, Font(9, false), XBrushes.Black, Margin + Number(text, "x"), _y + Number(text, "y"),
                XStringFormats.BaseLineCenter);
        }

        _tags.End();
        _y += height;
    }

    /// <summary>The whole, with page numbers.</summary>
    public byte[] Close()
    {
        _tags.End();
        _page?.Dispose();
        _page = null;
        using var memory = new MemoryStream();
        _document.Save(memory, closeStream: false);
        return memory.ToArray();
    }

    public void Dispose()
    {
        _page?.Dispose();
        _document.Dispose();
    }

    private void Room(double height)
    {
        if (_y + height > _bottom)
        {
            NextPage();
        }
    }

    private void NextPage()
    {
        var page = _document.AddPage();
        page.Size = PageSize.A4;
        _page?.Dispose();
        _page = XGraphics.FromPdfPage(page);
        _width = page.Width.Point - (2 * Margin);
        _bottom = page.Height.Point - Margin;
        _y = Margin - 10;
        _tags.BeginArtifact();
        _page.DrawString(
            $"{_footer}  {_document.PageCount.ToString(CultureInfo.InvariantCulture)}", Font(8, false), XBrushes.Gray, Margin,
            page.Height.Point - (Margin / 2));
        _tags.End();
    }

    private XFont Font(double size, bool bold)
    {
        if (!_fonts.TryGetValue((size, bold), out var font))
        {
            font = _fonts[(size, bold)] = new XFont(EmbeddedFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
        }

        return font;
    }

    /// <summary>Words with the weight of each, and whether a space stands before them.</summary>
    private static IEnumerable<(string Word, bool Bold, bool Spaced)> Words(IReadOnlyList<PdfRun> runs)
    {
        var spaced = false;
        foreach (var run in runs)
        {
            spaced |= run.Text.Length > 0 && char.IsWhiteSpace(run.Text[0]);
            foreach (var word in run.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (word, run.IsBold, spaced);
                spaced = true;
            }

            spaced = run.Text.Length > 0 ? char.IsWhiteSpace(run.Text[^1]) : spaced;
        }
    }

    private IEnumerable<List<(string Text, bool Bold)>> Lines(
        IEnumerable<(string Word, bool Bold, bool Spaced)> words, double size, double width)
    {
        var line = new List<(string Text, bool Bold)>();
        var used = 0.0;
        foreach (var (word, bold, spaced) in words)
        {
            var text = spaced && line.Count > 0 ? $" {word}" : word;
            var needs = _page!.MeasureString(text, Font(size, bold)).Width;
            if (used + needs > width && line.Count > 0)
            {
                yield return line;
                (line, used, text) = ([], 0, word);
                needs = _page.MeasureString(text, Font(size, bold)).Width;
            }

            line.Add((text, bold));
            used += needs;
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute) ?? "0", CultureInfo.InvariantCulture);
}
