namespace Scriban.Parsing;

/// <summary>Cuts a template into raw text and the tokens between braces, doing the white space control of the braces on the way.</summary>
internal sealed class Lexer(Source source)
{
    private readonly List<Token> _tokens = [];
    private readonly string _text = source.Text;
    private int _at;

    /// <exception cref="SyntaxError">A tag or a text literal is not closed, or a character has no meaning.</exception>
    public List<Token> Read()
    {
        while (_at < _text.Length)
        {
            var open = _text.IndexOf("{{", _at, StringComparison.Ordinal);
            var end = open < 0 ? _text.Length : open;
            AddRaw(_at, open < 0 ? end : TrimBefore(open));
            _at = end;
            if (open >= 0)
                ReadTag(open);
        }

        Add(TokenKind.EndOfFile, "", _at, _at);
        return _tokens;
    }

    private int TrimBefore(int open)
    {
        var end = open;
        var mark = Peek(open + 2);
        while (mark is '-' or '~' && end > _at && char.IsWhiteSpace(_text[end - 1]) && (mark == '-' || _text[end - 1] != '\n'))
            end--;
        return end;
    }

    private void ReadTag(int open)
    {
        _at = open + 2;
        if (Peek(_at) is '-' or '~')
            _at++;
        while (true)
        {
            if (_at >= _text.Length)
                throw new SyntaxError(source.Span(open, open + 2), "Unexpected end of file: this {{ has no }}");
            if (IsClosing(out var mark))
            {
                var start = _at;
                _at += mark == '\0' ? 2 : 3;
                Add(TokenKind.EndOfStatement, "}}", start, _at);
                SkipAfter(mark);
                return;
            }

            ReadToken();
        }
    }

    private bool IsClosing(out char mark)
    {
        mark = Peek(_at) is '-' or '~' && Peek(_at + 1) == '}' && Peek(_at + 2) == '}' ? _text[_at] : '\0';
        return mark != '\0' || (Peek(_at) == '}' && Peek(_at + 1) == '}');
    }

    private void SkipAfter(char mark)
    {
        while (mark != '\0' && _at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            if (_text[_at++] == '\n' && mark == '~')
                return;
        }
    }

    private void ReadToken()
    {
        var c = _text[_at];
        if (c is '\n' or ';')
            Add(TokenKind.EndOfStatement, c.ToString(), _at, ++_at);
        else if (char.IsWhiteSpace(c))
            _at++;
        else if (c == '#')
            SkipComment();
        else if (c is '"' or '\'')
            ReadText(c);
        else if (char.IsAsciiDigit(c))
            ReadWhile(TokenKind.Number, i => char.IsAsciiDigit(_text[i]) || (_text[i] == '.' && char.IsAsciiDigit(Peek(i + 1))));
        else if (char.IsLetter(c) || c == '_')
            ReadWhile(TokenKind.Identifier, i => char.IsLetterOrDigit(_text[i]) || _text[i] == '_');
        else
            ReadSymbol();
    }

    private void ReadSymbol()
    {
        string[] symbols = ["==", "!=", "<=", ">=", "&&", "||", "??", "<", ">", "!", "|", ".", "(", ")", "[", "]"];
        var symbol = symbols.FirstOrDefault(s => string.CompareOrdinal(_text, _at, s, 0, s.Length) == 0)
            ?? throw new SyntaxError(source.Span(_at, _at + 1), $"Unexpected character `{_text[_at]}`");
        Add(TokenKind.Symbol, symbol, _at, _at += symbol.Length);
    }

    private void ReadWhile(TokenKind kind, Func<int, bool> belongs)
    {
        var start = _at;
        while (_at < _text.Length && belongs(_at))
            _at++;
        Add(kind, _text[start.._at], start, _at);
    }

    private void ReadText(char quote)
    {
        var start = _at++;
        var value = new System.Text.StringBuilder();
        while (Peek(_at) != quote)
        {
            if (_at >= _text.Length)
                throw new SyntaxError(source.Span(start, start + 1), "Unexpected end of file: this text has no closing quote");
            value.Append(_text[_at] == '\\' ? Unescape(Peek(++_at)) : _text[_at]);
            _at++;
        }

        Add(TokenKind.Text, value.ToString(), start, ++_at);
    }

    private char Unescape(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        '\\' or '"' or '\'' => c,
        _ => throw new SyntaxError(source.Span(_at - 1, _at + 1), $"Unexpected escape character `{c}` in a text"),
    };

    private void SkipComment()
    {
        var isMultiLine = Peek(_at + 1) == '#';
        _at += isMultiLine ? 2 : 1;
        while (_at < _text.Length && !IsClosing(out _))
        {
            if (isMultiLine ? Peek(_at) == '#' && Peek(_at + 1) == '#' : Peek(_at) == '\n')
            {
                _at += isMultiLine ? 2 : 0;
                return;
            }

            _at++;
        }
    }

    private void AddRaw(int start, int end)
    {
        if (end > start)
            Add(TokenKind.Raw, _text[start..end], start, end);
    }

    private void Add(TokenKind kind, string text, int start, int end) => _tokens.Add(new Token(kind, text, source.Span(start, end)));

    private char Peek(int at) => at < _text.Length ? _text[at] : '\0';
}
