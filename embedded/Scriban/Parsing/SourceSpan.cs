using System.Runtime.InteropServices;

namespace Scriban.Parsing;

/// <summary>A stretch of a template, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public struct SourceSpan
{
    public SourceSpan(string fileName, TextPosition start, TextPosition end)
    {
        FileName = fileName;
        Start = start;
        End = end;
    }

    public string FileName { get; set; }

    public TextPosition Start { get; set; }

    public TextPosition End { get; set; }

    public readonly int Length => End.Offset - Start.Offset + 1;

    public override readonly string ToString() => $"{FileName}({Start})-({End})";

    public readonly string ToStringSimple() => $"{FileName}({Start.ToStringSimple()})";
}
