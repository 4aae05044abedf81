using System.Text.RegularExpressions;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>One email: its subject, and its body both as Markdown and as the plain text that the Markdown reads as.</summary>
internal sealed partial class EmailTemplate
{
    private EmailTemplate(TemplateFile? subject, TemplateFile? heading, TemplateFile markdown, TemplateFile plainText)
    {
        Subject = subject;
        Heading = heading;
        Markdown = markdown;
        PlainText = plainText;
    }

    /// <summary>Null in a part shared by emails.</summary>
    public TemplateFile? Subject { get; }

    /// <summary>Of the HTML part, which has no subject line; null in a part shared by emails.</summary>
    public TemplateFile? Heading { get; }

    /// <summary>Null where the body's first labelled paragraph may stand beside the subject in an inbox.</summary>
    public TemplateFile? Preheader { get; private init; }

    /// <summary>The title of what it puts in a calendar; null where it puts nothing there.</summary>
    public TemplateFile? DiaryTitle { get; private init; }

    /// <summary>What that entry says beside its title; null: nothing.</summary>
    public TemplateFile? DiaryAbout { get; private init; }

    public TemplateFile Markdown { get; }

    public TemplateFile PlainText { get; }

    /// <summary>The body as it stands below another's in one email: nobody is greeted twice.</summary>
    public EmailTemplate AsFurtherPart { get; private init; } = null!;

    public static EmailTemplate ParsePart(string name, string text) =>
        new(subject: null, heading: null, new(name, text), new(name, AsPlainText(text)));

    /// <summary>Without a heading of its own, what follows the colon in the subject is one.</summary>
    /// <exception cref="ArgumentException">The file does not begin with its subject as front matter, or it has errors.</exception>
    public static EmailTemplate Parse(string name, string text)
    {
        var front = FrontMatter().Match(text);
        if (!front.Success)
        {
            throw new ArgumentException($"{name}(1,1): an email template begins with ---, a line 'subject: …', and ---.", nameof(text));
        }
        // Empty lines in place of what is cut, so that errors tell the file's own line numbers.
        var body = new string('\n', front.Value.Count(c => c == '\n')) + text[front.Length..];
        var subject = front.Groups["subject"].Value;
        TemplateFile? Line(string line) => front.Groups[line] is { Success: true } found
            ? new(name, new string('\n', front.Value[..found.Index].Count(c => c == '\n')) + found.Value)
            : null;
        return new EmailTemplate(
            Line("subject"),
            Line("heading") ?? new(name, "\n" + subject[(subject.IndexOf(": ", StringComparison.Ordinal) + 1)..]),
            new(name, body),
            new(name, AsPlainText(body)))
        {
            Preheader = Line("preheader"),
            DiaryTitle = Line("diary"),
            DiaryAbout = Line("about"),
            AsFurtherPart = ParsePart(name, Greeting().Replace(body, m => new string('\n', m.Value.Count(c => c == '\n')), 1)),
        };
    }

    /// <summary>Headings and emphasis lose their marks, a link gets its own line. Done before values come in, so that they stay.</summary>
    private static string AsPlainText(string markdown) =>
        LinkAlone().Replace(HeadingMark().Replace(markdown, ""), "${label}:\n${value}").Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\A---\nsubject: (?<subject>[^\n]+)\n(heading: (?<heading>[^\n]+)\n)?(preheader: (?<preheader>[^\n]+)\n)?"
            + @"(diary: (?<diary>[^\n]+)\n(about: (?<about>[^\n]+)\n)?)?---\n",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FrontMatter();

    /// <summary>A first line that ends with a comma.</summary>
    [GeneratedRegex(@"\A\n*[^\n]+,\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^#+ ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(
        @"^\[(?<label>[^\]\n]+)\]\((?<value>\{\{[^}\n]+\}\})\)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkAlone();
}
