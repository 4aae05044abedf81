using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template. It holds no state of a rendering: many threads may render one, each with its own context.</summary>
public class Template
{
    private readonly Block _page;

    private Template(string? sourceFilePath, Block page, LogMessageBag messages)
    {
        SourceFilePath = sourceFilePath;
        _page = page;
        Messages = messages;
    }

    public string? SourceFilePath { get; }

    public bool HasErrors => Messages.HasErrors;

    public LogMessageBag Messages { get; }

    /// <summary>Never throws for a faulty template: <see cref="HasErrors"/> tells, <see cref="Messages"/> say where.</summary>
    public static Template Parse(string text, string? sourceFilePath = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var messages = new LogMessageBag();
        var source = new Source(text, sourceFilePath ?? "<input>");
        var page = new Block([]);
        try
        {
            page = new Parser(new Lexer(source).Read()).ReadPage();
        }
        catch (SyntaxError error)
        {
            messages.Add(new LogMessage(ParserMessageType.Error, error.Span, error.Message));
        }

        return new Template(sourceFilePath, page, messages);
    }

    /// <exception cref="InvalidOperationException">The template <see cref="HasErrors"/>.</exception>
    /// <exception cref="ScriptRuntimeException">A value is missing or unfit; the message says where.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HasErrors)
            throw new InvalidOperationException("This template has errors. Check the Messages property: " + Messages);
        _page.Write(context);
        return context.TakeOutput();
    }
}
