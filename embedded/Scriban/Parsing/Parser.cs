using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Statements: text, expressions, <c>if</c> and <c>for</c>.</summary>
internal sealed class Parser(List<Token> tokens)
{
    private static readonly HashSet<string> Unsupported = new(StringComparer.Ordinal)
    {
        "break", "capture", "case", "continue", "do", "func", "import", "readonly", "ret", "tablerow", "when", "while", "with", "wrap",
    };

    private readonly TokenReader _reader = new(tokens);

    /// <exception cref="SyntaxError">The template is not of this language, or of the part of it that is supported.</exception>
    public Block ReadPage()
    {
        var block = ReadBlock();
        if (_reader.Current.Kind != TokenKind.EndOfFile)
            throw new SyntaxError(_reader.Current.Span, $"Unexpected `{_reader.Current.Text}` without an `if` or a `for` before it");
        return block;
    }

    private Block ReadBlock()
    {
        var statements = new List<Statement>();
        while (_reader.Current is { Kind: not TokenKind.EndOfFile } token && !token.Is("end") && !token.Is("else"))
        {
            if (token.Kind == TokenKind.EndOfStatement)
                _reader.Next();
            else
                statements.Add(ReadStatement());
        }

        return new Block(statements);
    }

    private Statement ReadStatement()
    {
        if (_reader.Current.Kind == TokenKind.Raw)
            return new RawText(_reader.Next().Text);
        if (_reader.Current.Is("if"))
            return ReadIf(_reader.Next());
        if (_reader.Current.Is("for") && !_reader.Following.Is("."))
            return ReadFor(_reader.Next());
        // A variable of such a name would be found here and not by the official engine.
        if (_reader.Current.Kind == TokenKind.Identifier && Unsupported.Contains(_reader.Current.Text))
            throw new SyntaxError(_reader.Current.Span, $"The statement `{_reader.Current.Text}` is not supported");
        var statement = new Output(new ExpressionParser(_reader).Read());
        ExpectEndOfStatement();
        return statement;
    }

    private If ReadIf(Token start)
    {
        var condition = new ExpressionParser(_reader).Read();
        ExpectEndOfStatement();
        var then = ReadBlock();
        if (!_reader.Current.Is("else"))
        {
            ExpectEnd(start);
            return new If(condition, then, Otherwise: null);
        }

        var otherwise = _reader.Next();
        if (_reader.Current.Is("if"))
            return new If(condition, then, ReadIf(_reader.Next()));
        ExpectEndOfStatement();
        var block = ReadBlock();
        ExpectEnd(otherwise);
        return new If(condition, then, block);
    }

    private For ReadFor(Token start)
    {
        var variable = _reader.Expect(TokenKind.Identifier, "a variable after `for`").Text;
        _reader.Expect("in");
        var list = new ExpressionParser(_reader).Read();
        ExpectEndOfStatement();
        var body = ReadBlock();
        ExpectEnd(start);
        return new For(start.Span, variable, list, body);
    }

    private void ExpectEnd(Token start)
    {
        if (!_reader.Current.Is("end"))
            throw new SyntaxError(start.Span, $"The `{start.Text}` has no `end`");
        _reader.Next();
        ExpectEndOfStatement();
    }

    private void ExpectEndOfStatement() => _reader.Expect(TokenKind.EndOfStatement, "the end of the statement");
}
