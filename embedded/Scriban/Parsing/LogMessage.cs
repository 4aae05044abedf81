namespace Scriban.Parsing;

public enum ParserMessageType
{
    Error,
    Warning,
}

/// <summary>One thing the parser has to say about a template.</summary>
public class LogMessage
{
    public LogMessage(ParserMessageType type, SourceSpan span, string message)
    {
        Type = type;
        Span = span;
        Message = message;
    }

    public ParserMessageType Type { get; set; }

    public SourceSpan Span { get; set; }

    public string Message { get; set; }

    public override string ToString() =>
        $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}
