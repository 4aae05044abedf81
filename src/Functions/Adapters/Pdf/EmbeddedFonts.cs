using PdfSharp.Fonts;

namespace ReverseMentoring.Functions.Adapters.Pdf;

/// <summary>Noto Sans (SIL Open Font License, OFL.txt), which comes with the service: a server has no fonts of its own.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    public const string Family = "Noto Sans";

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "NotoSans-Bold.ttf" : "NotoSans-Regular.ttf");

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream(faceName)
            ?? throw new InvalidOperationException($"The font {faceName} is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
