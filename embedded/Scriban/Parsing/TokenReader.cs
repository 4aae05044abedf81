namespace Scriban.Parsing;

/// <summary>A place in the tokens that moves forward.</summary>
internal sealed class TokenReader(List<Token> tokens)
{
    private int _at;

    public Token Current => tokens[_at];

    public Token Following => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    /// <summary>The token here; moves on.</summary>
    public Token Next() => tokens[_at < tokens.Count - 1 ? _at++ : _at];

    public bool Skip(string text)
    {
        var found = Current.Is(text);
        if (found)
            Next();
        return found;
    }

    public Token Expect(TokenKind kind, string what) => Current.Kind == kind ? Next() : throw Unexpected(what);

    public Token Expect(string text) => Current.Is(text) ? Next() : throw Unexpected($"`{text}`");

    public SyntaxError Unexpected(string expected) =>
        new(Current.Span, $"Expecting {expected} instead of `{(Current.Kind == TokenKind.Raw ? "}}" : Current.Text)}`");
}
