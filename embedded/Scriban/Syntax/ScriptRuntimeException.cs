using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template could not be rendered; <see cref="Span"/> says where.</summary>
// The official constructors; callers must compile against both.
#pragma warning disable CA1032, RCS1194
public class ScriptRuntimeException : Exception
#pragma warning restore CA1032, RCS1194
{
    public ScriptRuntimeException(SourceSpan span, string message)
        : base(message) => Span = span;

    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
        : base(message, innerException) => Span = span;

    public SourceSpan Span { get; }

    /// <summary>The message with file, line and column before it.</summary>
    public override string Message => new LogMessage(ParserMessageType.Error, Span, base.Message).ToString();

    public string OriginalMessage => base.Message;

    public override string ToString() => Message;
}
