using System.Runtime.InteropServices;

namespace Scriban.Parsing;

/// <summary>A place in a template; all three numbers count from zero.</summary>
[StructLayout(LayoutKind.Auto)]
public struct TextPosition : IEquatable<TextPosition>
{
    public TextPosition(int offset, int line, int column)
    {
        Offset = offset;
        Line = line;
        Column = column;
    }

    public int Offset { get; set; }

    public int Column { get; set; }

    public int Line { get; set; }

    public override readonly string ToString() => $"({Offset}:{Line},{Column})";

    /// <summary>Line and column as an editor counts them, from one.</summary>
    public readonly string ToStringSimple() => $"{Line + 1},{Column + 1}";

    public readonly bool Equals(TextPosition other) => Offset == other.Offset && Line == other.Line && Column == other.Column;

    public override readonly bool Equals(object? obj) => obj is TextPosition other && Equals(other);

    public override readonly int GetHashCode() => Offset;

    public static bool operator ==(TextPosition left, TextPosition right) => left.Equals(right);

    public static bool operator !=(TextPosition left, TextPosition right) => !left.Equals(right);
}
