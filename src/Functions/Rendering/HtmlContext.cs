using System.Globalization;
using System.Net;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>For pages: values keep every character that was typed, but those that turn the direction of the text around them.</summary>
internal sealed class HtmlContext(ScriptObject model) : EscapingContext(model)
{
    protected override string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(IsShown)));

    protected override string WebAddress(string address) => WebUtility.HtmlEncode(address);

    protected override string MailAddress(string address) => WebUtility.HtmlEncode(address);

    protected override string Raw(RenderedHtml html) => html.Html;

    private static bool IsShown(char c) =>
        c is '\r' or '\n' or '\t' or '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
