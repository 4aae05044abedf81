namespace Scriban.Parsing;

/// <summary>Ends the parsing; <see cref="Template.Parse"/> turns it into a message.</summary>
internal sealed class SyntaxError(SourceSpan span, string message) : Exception(message)
{
    public SourceSpan Span => span;
}
