using ReverseMentoring.Domain.Mail;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// A rendering in which every value is escaped on its way out, so that no template can forget to. Only text of the template
/// itself, a <see cref="Link"/> and HTML rendered here are written as they stand.
/// </summary>
internal abstract class EscapingContext : TemplateContext
{
    /// <summary>Scriban's own functions, made once: no template writes into them, for what it writes goes to its model.</summary>
    private static readonly ScriptObject OwnFunctions = Shared(GetDefaultBuiltinObject());

    protected EscapingContext(ScriptObject model)
        : base(OwnFunctions)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = 10_000;
        // Without it Scriban cuts a text of more than a megabyte off, and says nothing. What comes in is limited where it comes in.
        LimitToString = 0;
        PushGlobal(model);
    }

    public sealed override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
    {
        null => this,
        RenderedHtml html => Write(Raw(html)),
        TextWithMail mixed => WriteParts(span, mixed),
        Link { Mail: { } address } => Write(MailAddress(address)),
        Link { Address.Scheme: "http" or "https" } link => Write(WebAddress(link.ToString())),
        Link => throw new NotSupportedException("A link is a web address or a mail address"),
        _ => Write(Escape(ObjectToString(textAsObject) ?? "")),
    };

    private static ScriptObject Shared(ScriptObject functions)
    {
        functions.IsReadOnly = true;
        return functions;
    }

    private EscapingContext WriteParts(SourceSpan span, TextWithMail mixed)
    {
        foreach (var part in mixed.Parts)
        {
            // Escaping trims a text, and here it stands beside others.
            var text = part as string ?? "x";
            Write(char.IsWhiteSpace(text[0]) ? " " : "");
            Write(span, part);
            Write(text.Length > 1 && char.IsWhiteSpace(text[^1]) ? " " : "");
        }

        return this;
    }

    /// <param name="text">From a person, or of the template's own literals.</param>
    protected abstract string Escape(string text);

    protected abstract string WebAddress(string address);

    protected abstract string MailAddress(string address);

    protected virtual string Raw(RenderedHtml html) => throw new NotSupportedException("HTML belongs in pages only");
}
