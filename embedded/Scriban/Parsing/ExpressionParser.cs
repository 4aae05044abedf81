using System.Globalization;
using Scriban.Functions;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>
/// Expressions, by precedence: pipes bind least, then <c>??</c>, <c>||</c>, <c>&amp;&amp;</c>, equality, order, <c>!</c>, members.
/// </summary>
internal sealed class ExpressionParser(TokenReader reader)
{
    private static readonly string[][] Levels = [["??"], ["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];

    public Expression Read()
    {
        var value = ReadBinary(0);
        while (reader.Current.Is("|"))
        {
            reader.Next();
            value = ReadPipe(value);
        }

        return value;
    }

    private Expression ReadBinary(int level)
    {
        if (level == Levels.Length)
            return ReadUnary();
        var left = ReadBinary(level + 1);
        while (reader.Current.Kind == TokenKind.Symbol && Levels[level].Contains(reader.Current.Text))
        {
            var sign = reader.Next();
            left = new Binary(sign.Span, sign.Text, left, ReadBinary(level + 1));
        }

        return left;
    }

    private Expression ReadUnary()
    {
        var sign = reader.Current;
        return reader.Skip("!") ? new Not(sign.Span, ReadUnary()) : ReadPath();
    }

    private Expression ReadPath()
    {
        var value = ReadPrimary();
        while (true)
        {
            if (reader.Skip("."))
            {
                var name = reader.Expect(TokenKind.Identifier, "a member's name");
                value = new Member(name.Span, value, name.Text);
            }
            else if (reader.Current.Is("["))
            {
                var span = reader.Next().Span;
                value = new Indexer(span, value, Read());
                reader.Expect("]");
            }
            else
            {
                return value;
            }
        }
    }

    private Expression ReadPrimary()
    {
        var token = reader.Next();
        switch (token.Kind)
        {
            case TokenKind.Text:
                return new Literal(token.Span, token.Text);
            case TokenKind.Number when token.Text.Contains('.', StringComparison.Ordinal):
                return new Literal(token.Span, double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Number:
                return new Literal(token.Span, int.TryParse(token.Text, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new SyntaxError(token.Span, $"The integer `{token.Text}` is too large"));
            case TokenKind.Identifier:
                return token.Text switch
                {
                    "true" => new Literal(token.Span, true),
                    "false" => new Literal(token.Span, false),
                    "null" => new Literal(token.Span, null),
                    _ => new Variable(token.Span, token.Text),
                };
            case TokenKind.Symbol when token.Is("("):
                var inner = Read();
                reader.Expect(")");
                return inner;
            default:
                throw new SyntaxError(token.Span, $"Expecting an expression instead of `{token.Text}`");
        }
    }

    private Pipe ReadPipe(Expression value)
    {
        var first = reader.Expect(TokenKind.Identifier, "a function after `|`");
        reader.Expect(".");
        var name = $"{first.Text}.{reader.Expect(TokenKind.Identifier, "a function's name").Text}";
        if (!BuiltinFunctions.All.TryGetValue(name, out var function))
            throw new SyntaxError(first.Span, $"The function `{name}` was not found");
        var arguments = new List<Expression>();
        while (reader.Current.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Identifier)
            arguments.Add(ReadPath());
        return new Pipe(first.Span, name, function, value, arguments);
    }
}
