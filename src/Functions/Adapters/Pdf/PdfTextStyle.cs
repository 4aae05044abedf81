using PdfSharp.UniversalAccessibility;

namespace ReverseMentoring.Functions.Adapters.Pdf;

/// <summary>Words in one weight.</summary>
internal sealed record PdfRun(string Text, bool IsBold);

/// <summary>How a block of text looks, and what it is to a screen reader.</summary>
/// <param name="Size">In points.</param>
/// <param name="Before">Space above, in points.</param>
internal sealed record PdfTextStyle(double Size, double Before, PdfBlockLevelElementTag Tag)
{
    public static readonly PdfTextStyle Title = new(22, 0, PdfBlockLevelElementTag.Heading1);
    public static readonly PdfTextStyle Heading = new(14, 18, PdfBlockLevelElementTag.Heading2);
    public static readonly PdfTextStyle Subheading = new(11, 12, PdfBlockLevelElementTag.Heading3);
    public static readonly PdfTextStyle Paragraph = new(10.5, 6, PdfBlockLevelElementTag.Paragraph);
    public static readonly PdfTextStyle Small = new(9, 4, PdfBlockLevelElementTag.Paragraph);
    public static readonly PdfTextStyle Item = new(10.5, 3, PdfBlockLevelElementTag.Paragraph);

    /// <summary>What stands before a point of a list; empty: it is none.</summary>
    public string Mark { get; init; } = "";
}
