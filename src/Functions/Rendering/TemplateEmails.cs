using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Schemes;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>Renders the emails of templates/. Templates are parsed once; one instance serves all threads.</summary>
/// <remarks>Whatever a person wrote comes out as text: it brings no markup, no link, and no header line (design, invariant 1).</remarks>
public sealed partial class TemplateEmails(string templatesFolder, LookSheet look) : IRenderEmails
{
    // Bare addresses become no links here, and HTML in Markdown is text.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly TemplateCatalogue _catalogue = new(templatesFolder);
    private readonly ConcurrentDictionary<(string Language, string Template), EmailTemplate> _parsed = new();
    private readonly ConcurrentDictionary<Face, EmailFrame> _frames = new();

    /// <inheritdoc cref="IRenderEmails.Render(string, IReadOnlyDictionary{string, object}, string)"/>
    public RenderedEmail Render(string template, IReadOnlyDictionary<string, object?> model, string language = Language.Default) =>
        Render([new EmailPart(template, model)], language);

    /// <inheritdoc/>
    public RenderedEmail Render(IReadOnlyList<EmailPart> parts, string language = Language.Default)
    {
        var all = parts
            .Select(p => (Email: Parsed(language, p.Template, EmailTemplate.Parse), Values: ScriptModel.From(p.Model))).ToList();
        var (email, values) = all[0];
        var footer = Parsed(language, "_footer", EmailTemplate.ParsePart);
        var subject = SubjectOf(email, values);
        if (all.Count > 1)
        {
            var more = ScriptModel.From(
                [KeyValuePair.Create("subject", (object?)subject), KeyValuePair.Create("more", (object?)(all.Count - 1))]);
            subject = SubjectOf(Parsed(language, "_further", EmailTemplate.Parse), more);
        }

        List<(string Text, string Html)> bodies =
            [(Text(email, values), Html(email, values)), .. all.Skip(1).Select(p => Further(language, p.Email, p.Values))];
        return new RenderedEmail(
            subject,
            $"{string.Join("\n\n", bodies.Select(b => b.Text))}\n\n{new string('-', 40)}\n\n{Text(footer, values)}\n",
            FrameOf(values).Wrap(Letter(language, subject, email, string.Concat(bodies.Select(b => b.Html)), footer, values)))
        {
            Diary = all.Select(p => DiaryOf(p.Email, p.Values)).FirstOrDefault(d => d is not null),
        };
    }

    private static string SubjectOf(EmailTemplate email, ScriptObject values) => email.Subject!.Render(new SubjectContext(values)).Trim();

    /// <summary>
    /// One of the parts below the first, as plain text and as HTML: its heading, what it says, and who sees what is answered.
    /// </summary>
    private (string Text, string Html) Further(string language, EmailTemplate email, ScriptObject values)
    {
        var above = Parsed(language, "_further", EmailTemplate.Parse);
        var below = Parsed(language, "_further-end", EmailTemplate.ParsePart);
        var around = ScriptModel.From(
        [
            KeyValuePair.Create("heading", (object?)Capitalised(email.Heading!.Render(new SubjectContext(values)).Trim())),
            KeyValuePair.Create("who_sees", (object?)Text(values, "footer", "who_sees")),
        ]);
        string All(Func<EmailTemplate, ScriptObject, string> made, string gap) =>
            string.Join(gap, made(above, around), made(email.AsFurtherPart, values), made(below, around));
        return ($"{new string('-', 20)}\n\n{All(Text, "\n\n")}", All(Html, ""));
    }

    private static DiaryWords? DiaryOf(EmailTemplate email, ScriptObject values) => email.DiaryTitle is { } title
        ? new DiaryWords(
            PeoplesText.OneLine(title.Render(new DiaryContext(values))),
            email.DiaryAbout?.Render(new DiaryContext(values)).Trim() ?? "")
        : null;

    private static EmailLetter Letter(
        string language, string subject, EmailTemplate email, string body, EmailTemplate footer, ScriptObject values)
    {
        var preheader = email.Preheader is { } own
            ? WebUtility.HtmlEncode(own.Render(new SubjectContext(values)).Trim())
            : Tag().Replace(Labelled().Match(body).Groups["text"].Value, " ").Trim();
        return new EmailLetter(
            language,
            subject,
            Capitalised(email.Heading!.Render(new SubjectContext(values)).Trim()),
            preheader,
            Text(values, "scheme", "name"),
            Text(values, "cohort", "name"),
            body,
            Html(footer, values));
    }

    /// <summary>Of the scheme, or of the service where no scheme writes or it has no face of its own.</summary>
    private EmailFrame FrameOf(ScriptObject values)
    {
        var own = new Face(Text(values, "scheme", "accent_light"), Text(values, "scheme", "accent_dark"), Text(values, "scheme", "mark"));
        var face = own.Problems(look.Light, look.Dark).Any() ? look.Face : own;
        return _frames.GetOrAdd(face, _ => new EmailFrame(_catalogue.Read("assets/email.html"), look, face));
    }

    private static string Text(ScriptObject values, string member, string name) =>
        values.TryGetValue(member, out var found) && found is ScriptObject members && members.TryGetValue(name, out var text)
            ? text as string ?? ""
            : "";

    private static string Capitalised(string heading) =>
        heading.Length == 0 ? "" : char.ToUpper(heading[0], CultureInfo.InvariantCulture) + heading[1..];

    private EmailTemplate Parsed(string language, string template, Func<string, string, EmailTemplate> parse) =>
        _parsed.GetOrAdd((language, template), _ =>
        {
            var path = _catalogue.PathOf(language, $"emails/{template}.md");
            return parse(path, _catalogue.Read(path));
        });

    private static string Html(EmailTemplate part, ScriptObject values)
    {
        var html = Markdown.ToHtml(part.Markdown.Render(new MarkdownContext(values)), Pipeline);
        if (html.Contains("href=\"\"", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{part.Markdown.Name}: the model lacks the link that the email asks to open.", nameof(values));
        }

        return html.Replace(MarkdownContext.LineBreak.ToString(), "<br />\n", StringComparison.Ordinal);
    }

    private static string Text(EmailTemplate part, ScriptObject values) =>
        EmptyLines().Replace(part.PlainText.Render(new PlainTextContext(values)), "\n\n").Trim();

    /// <summary>"What to do: …", whose words after the label are what an inbox may show beside the subject.</summary>
    [GeneratedRegex(
        @"<p><strong>[^<]+:</strong>(?<text>.*?)</p>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n([ \t]*\n)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyLines();
}
