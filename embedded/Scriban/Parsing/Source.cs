namespace Scriban.Parsing;

/// <summary>A template's text, and the way from an offset to a line and column.</summary>
internal sealed class Source(string text, string fileName)
{
    private readonly int[] _lineStarts = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];

    public string Text => text;

    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last character.</param>
    public SourceSpan Span(int start, int end) => new(fileName, At(start), At(Math.Max(start, end - 1)));

    private TextPosition At(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(offset, line, offset - _lineStarts[line]);
    }
}
