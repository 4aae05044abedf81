namespace Scriban.Parsing;

internal enum TokenKind
{
    /// <summary>Text outside the braces.</summary>
    Raw,
    Identifier,
    Text,
    Number,
    Symbol,

    /// <summary>The end of a line, a semicolon, or the closing braces.</summary>
    EndOfStatement,
    EndOfFile,
}

/// <param name="Text">The characters that count: of a text literal, what it stands for.</param>
internal sealed record Token(TokenKind Kind, string Text, SourceSpan Span)
{
    public bool Is(string text) => Kind is TokenKind.Identifier or TokenKind.Symbol && string.Equals(Text, text, StringComparison.Ordinal);
}
