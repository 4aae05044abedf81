using System.Net;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>
/// The HTML around every email: a letterhead, a sheet and a footer, laid out in tables with their styles inline, which Outlook, Gmail and
/// Apple Mail draw alike. The style sheet adds the dark colours alone: without it the email is whole. It loads nothing, and asks mail
/// programs to make no links of their own.
/// </summary>
internal static partial class EmailFrame
{
    private const string Paper = "#f7f4ec";
    private const string Sheet = "#fffdf8";
    private const string Ink = "#23262b";
    private const string Soft = "#585c63";
    private const string Accent = "#583265";
    private const string Serif = "font-family:Georgia,'Times New Roman',serif";
    private const string Sans = "font-family:-apple-system,'Segoe UI',Arial,sans-serif";
    private const string Text = Sans + ";font-size:17px;line-height:26px;color:" + Ink;
    private const string Small = Sans + ";font-size:14px;line-height:21px;color:" + Soft;
    private const string Heading = "margin:24px 0 8px;" + Serif + ";font-size:21px;line-height:27px;font-weight:bold;color:" + Ink;
    private const string Table = "role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    /// <summary>Keeps inboxes from going on with the letter where the preheader is short.</summary>
    private static readonly string Filler = string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 24));

    private const string Dark = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (max-width: 620px) { .in { padding-left: 20px !important; padding-right: 20px !important; } }
        @media (prefers-color-scheme: dark) {
          .back { background-color: #17191c !important; } .sheet { background-color: #1f2226 !important; }
          .ink { color: #ece8df !important; } .soft { color: #b6b4ae !important; } .link { color: #d6b6e4 !important; }
          .line { border-color: #3b3f45 !important; } .bar { background-color: #d6b6e4 !important; }
          .btn, .btn a { background-color: #d6b6e4 !important; color: #14171b !important; }
        }
        [data-ogsc] .ink { color: #ece8df !important; } [data-ogsc] .soft { color: #b6b4ae !important; }
        [data-ogsc] .link { color: #d6b6e4 !important; }
        [data-ogsb] .back { background-color: #17191c !important; } [data-ogsb] .sheet { background-color: #1f2226 !important; }
        """;

    public static string Wrap(EmailLetter letter) =>
        $"""
        <!DOCTYPE html>
        <html lang="{letter.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
        <title>{WebUtility.HtmlEncode(letter.Subject)}</title>
        <style>
        {Dark}
        </style>
        </head>
        <body class="back" style="margin:0;padding:0;background-color:{Paper};-webkit-text-size-adjust:100%">
        <div class="preheader" aria-hidden="true" style="{Hidden}">{letter.Preheader}{Filler}</div>
        <table {Table} class="back" width="100%" bgcolor="{Paper}" style="background-color:{Paper}">
        <tr><td align="center" style="padding:24px 0 32px">
        <!--[if mso]><table {Table} width="600"><tr><td><![endif]-->
        <table {Table} class="sheet" width="100%" bgcolor="{Sheet}" style="max-width:600px;background-color:{Sheet}">
        {Letterhead(letter)}
        <tr><td class="in ink" style="padding:24px 40px 8px;{Text}">
        {Dressed(Button().Replace(letter.Body, ButtonOf), "ink", Text)}</td></tr>
        <tr><td class="in line soft" style="padding:20px 40px 12px;border-top:1px solid #dad2c1;{Small}">
        {Dressed(letter.Footer, "soft", Small)}</td></tr>
        </table>
        <!--[if mso]></td></tr></table><![endif]-->
        </td></tr>
        </table>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>A thick and a thin rule, the scheme and the cohort. The text part has them in its own words.</summary>
    private static string Letterhead(EmailLetter letter) =>
        $"""
        <tr class="letterhead"><td class="bar" height="6" bgcolor="{Accent}" style="{RuleOf(6)}">&nbsp;</td></tr>
        <tr class="letterhead"><td height="3" style="height:3px;line-height:3px;font-size:0">&nbsp;</td></tr>
        <tr class="letterhead"><td class="bar" height="1" bgcolor="{Accent}" style="{RuleOf(1)}">&nbsp;</td></tr>
        <tr class="letterhead"><td class="in ink" style="padding:20px 40px 0;{Serif};font-size:18px;line-height:24px;color:{Ink}">
        <strong>{AsText(letter.Scheme)}</strong><br><span class="soft" style="{Small}">{AsText(letter.Cohort)}</span></td></tr>
        """;

    /// <summary>Each element with the look it would else take from the mail program.</summary>
    private static string Dressed(string html, string tone, string text) => html
        .Replace("<p>", $"<p class=\"{tone}\" style=\"margin:0 0 16px;{text}\">", StringComparison.Ordinal)
        .Replace("<h2>", $"<h2 class=\"ink\" style=\"{Heading}\">", StringComparison.Ordinal)
        .Replace("<ul>", "<ul style=\"margin:0 0 16px;padding:0 0 0 24px\">", StringComparison.Ordinal)
        .Replace("<li>", $"<li class=\"{tone}\" style=\"margin:0 0 6px;{text}\">", StringComparison.Ordinal)
        .Replace("<a href", $"<a class=\"link\" style=\"color:{Accent}\" href", StringComparison.Ordinal);

    /// <summary>
    /// What the email asks for: a link that is a paragraph of its own. Outlook draws the cell and its padding, whatever it makes of the
    /// link's.
    /// </summary>
    private static string ButtonOf(Match link) =>
        $"<table {Table} style=\"margin:8px 0 24px\"><tr><td class=\"btn\" align=\"center\" bgcolor=\"{Accent}\" "
        + $"style=\"background-color:{Accent};border-radius:3px;mso-padding-alt:13px 26px\">"
        + $"<a style=\"display:inline-block;padding:13px 26px;background-color:{Accent};border-radius:3px;{Sans};font-size:17px;"
        + $"line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none\" {link.Groups["link"].Value}</td></tr></table>";

    private const string Hidden = "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:" + Paper;

    private static string RuleOf(int height) => $"height:{height}px;line-height:{height}px;font-size:0;background-color:{Accent}";

    private static string AsText(string typed) => WebUtility.HtmlEncode(PeoplesText.WithoutLinks(PeoplesText.OneLine(typed)));

    [GeneratedRegex("<p><a (?<link>href=\"http[^>]*>.*?</a>)</p>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Button();
}
