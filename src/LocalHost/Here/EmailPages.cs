using System.Text.RegularExpressions;
using MimeKit;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>The list of emails, one email, and its HTML part by itself.</summary>
internal sealed partial class EmailPages(EmailFolder folder, PageRenderer renderer, Languages languages, WebOptions web, TimeProvider clock)
{
    private const int MostInList = 200;

    public async Task<string> ListAsync(CancellationToken cancellation)
    {
        var files = folder.Files();
        var messages = new List<Dictionary<string, object?>>();
        foreach (var file in files.Take(MostInList))
        {
            messages.Add(Values(file, await EmailFolder.HeadersOfAsync(file, cancellation)));
        }

        return Render("emails", new(StringComparer.Ordinal) { ["messages"] = messages, ["total"] = files.Count });
    }

    /// <returns>Null where there is no such email.</returns>
    public async Task<string?> ShowAsync(string id, CancellationToken cancellation)
    {
        if (folder.Find(id) is not { } file)
        {
            return null;
        }

        var read = await EmailFolder.OpenAsync(file, cancellation);
        var values = Values(file, read);
        var text = read.Message?.TextBody;
        values["file"] = file.Name;
        values["paragraphs"] = Paragraphs(text ?? "");
        values["has_html"] = read.Message?.HtmlBody is not null;
        values["links"] = LinksTo(text ?? "");
        return Render("email", values);
    }

    /// <summary>The HTML part as a document of its own, whose links open in a new tab, out of the frame it is shown in.</summary>
    /// <returns>Null where there is no such email or it has no such part.</returns>
    public async Task<string?> HtmlAsync(string id, CancellationToken cancellation) =>
        folder.Find(id) is { } file && await EmailFolder.OpenAsync(file, cancellation) is { Message.HtmlBody: { } html }
            ? $"<!DOCTYPE html><base target=\"_blank\">{html}"
            : null;

    private Dictionary<string, object?> Values(FileInfo file, ReadEmail read) => new(StringComparer.Ordinal)
    {
        ["id"] = Uri.EscapeDataString(EmailFolder.IdOf(file)),
        ["subject"] = read.Message is null ? file.Name : read.Message.Subject is { Length: > 0 } subject ? subject : null,
        ["to"] = Addresses(read.Message?.To),
        ["from"] = Addresses(read.Message?.From),
        ["written"] = languages.Default.DateAndTimeOf(Written(file, read), Zone()),
        ["trouble"] = read.Trouble,
    };

    private static DateTimeOffset Written(FileInfo file, ReadEmail read) =>
        read.Message is { Date: var date } && date > DateTimeOffset.UnixEpoch ? date : new DateTimeOffset(file.LastWriteTimeUtc);

    private static string Addresses(InternetAddressList? list) =>
        list is null
            ? ""
            : string.Join(", ", list.Mailboxes.Select(m => m.Name is { Length: > 0 } name ? $"{name} <{m.Address}>" : m.Address));

    /// <summary>
    /// Only links to this service: what else a text names stays text. They lead to where this page was asked for, whatever address emails
    /// begin with.
    /// </summary>
    private List<Dictionary<string, object?>> LinksTo(string text) =>
        [.. LabelledLink().Matches(text)
            .Select(m => (Address: m.Groups["address"].Value, Label: m.Groups["label"].Value.Trim().TrimEnd(':')))
            .Where(l => l.Address.StartsWith(web.BaseAddress.AbsoluteUri, StringComparison.Ordinal))
            .DistinctBy(l => l.Address, StringComparer.Ordinal)
            .Select(l => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["path"] = "/" + l.Address[web.BaseAddress.AbsoluteUri.Length..],
                ["label"] = l.Label.Length > 0 ? l.Label : null,
            })];

    private static List<string[]> Paragraphs(string text) =>
        [.. BlankLines().Split(text)
            .Select(p => p.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(p => p.Length > 0)];

    private string Render(string name, Dictionary<string, object?> values)
    {
        values["here"] = true;
        values["emails_here"] = true;
        values["folder"] = folder.Path;
        return renderer.Render(ServicePage.Of(name, values));
    }

    private CohortZone Zone() => CohortZone.TryFind(clock.LocalTimeZone.Id, out var zone) ? zone : CohortZone.Of("UTC");

    [GeneratedRegex(@"\n[ \t\r]*\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlankLines();

    // The text part has each address on a line of its own, under the line that says what it is for.
    [GeneratedRegex(
        @"(?:^(?<label>[^\r\n]{1,80}:)[ \t]*\r?\n)?^(?<address>https?://\S{1,500})[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LabelledLink();
}
