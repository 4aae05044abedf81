using System.Net;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// The HTML around every email. It names no colour of its own but half-transparent grey, so that it reads in light and dark; it
/// loads nothing, and asks mail programs to make no links of their own.
/// </summary>
internal static class EmailFrame
{
    private const string Button = "display:inline-block;padding:0.6em 1.1em;border:2px solid currentColor;border-radius:6px;"
        + "color:inherit;font-weight:bold;text-decoration:none";

    private const string Letter = "max-width:36em;margin:0 auto;padding:1.5em 1em;"
        + "font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5";

    public static string Wrap(string language, string title, string body, string footer) =>
        $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
        <title>{WebUtility.HtmlEncode(title)}</title>
        </head>
        <body style="margin:0;padding:0">
        <div style="{Letter}">
        {WithButtons(body)}<div style="margin-top:2em;padding-top:1em;border-top:1px solid #80808080;font-size:15px">
        {footer}</div>
        </div>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>A link that is a paragraph of its own is what the email asks for.</summary>
    private static string WithButtons(string body) =>
        body.Replace("<p><a href=\"http", $"<p><a style=\"{Button}\" href=\"http", StringComparison.Ordinal);
}
