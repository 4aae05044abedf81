using System.Text;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>For the subject: one line, and nothing that a mail program makes a link of.</summary>
internal sealed class SubjectContext(ScriptObject model) : EscapingContext(model)
{
    protected override string Escape(string text) => PeoplesText.WithoutLinks(PeoplesText.OneLine(text));

    protected override string WebAddress(string address) => throw new NotSupportedException("A subject holds no link");

    protected override string MailAddress(string address) => WebAddress(address);
}

/// <summary>For a calendar entry, which others may see: nothing in it opens anything.</summary>
internal sealed class DiaryContext(ScriptObject model) : EscapingContext(model)
{
    protected override string Escape(string text) => PeoplesText.Clean(text);

    protected override string WebAddress(string address) => throw new NotSupportedException("A calendar entry holds no link of ours");

    protected override string MailAddress(string address) => address;
}

/// <summary>For the text part. Later lines of a value are indented, so that no value can pass for the email's own words.</summary>
internal sealed class PlainTextContext(ScriptObject model) : EscapingContext(model)
{
    protected override string Escape(string text) => PeoplesText.WithoutLinks(string.Join("\n  ", PeoplesText.Lines(text)));

    protected override string WebAddress(string address) => address;

    protected override string MailAddress(string address) => address;
}

/// <summary>
/// For the Markdown that becomes the HTML part: every ASCII punctuation mark of a value is escaped, and a value is always one line
/// of Markdown, so that it cannot end the block it stands in.
/// </summary>
internal sealed class MarkdownContext(ScriptObject model) : EscapingContext(model)
{
    /// <summary>A private-use character, which people's text never keeps; it becomes a line break in the finished HTML.</summary>
    public const char LineBreak = '\uE000';

    protected override string Escape(string text) => string.Join(LineBreak, PeoplesText.Lines(text).Select(EscapeLine));

    /// <summary>Fit for the round brackets of a Markdown link.</summary>
    protected override string WebAddress(string address) => address
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>A Markdown autolink if it is as plain as most addresses are, else a link whose text and address are made apart.</summary>
    protected override string MailAddress(string address) =>
        address.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+')
            ? $"<{address}>"
            : $"[{Punctuated(address)}](<{Link.To(EmailAddress.Parse(address)!)}>)";

    private static string EscapeLine(string line) => Punctuated(PeoplesText.WithoutLinks(line));

    private static string Punctuated(string line)
    {
        var escaped = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
