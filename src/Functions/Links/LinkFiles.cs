using System.Globalization;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// The handbook and resources, for whoever holds a living link of a person who takes part. A link that is unknown, expired or used,
/// somebody who left, and a file that is not there or not for them all look the same.
/// </summary>
public sealed class LinkFiles(
    LinkMinter links,
    CohortReader reader,
    IArchive archive,
    CommonPages common,
    PageRenderer renderer,
    FreshLinks freshLinks,
    TimeProvider clock)
{
    public async Task<ShownPage> ShowAsync(string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } context)
        {
            return common.Unknown();
        }

        var files = (await archive.ListAsync(context.Link.CohortId, cancellation)).Where(f => f.Audience == FileAudience.Everyone)
            .Select(f => Of(
            ("name", f.Name.Text),
            ("href", $"{Uri.EscapeDataString(token)}/files/{Uri.EscapeDataString(f.Name.Text)}"),
            ("size", Size(f.Length)),
            ("saved", context.Cohort.Scheme.Words.DateOf(f.SavedAt, context.Cohort.Definition.Zone))));
        var pages = renderer.In(context.Cohort.Scheme.Language);
        var words = pages.WordsOf("files");
        var values = PageValues.Of(context.Cohort, words, Of(("files", files.ToList())));
        return new ShownPage(200, pages.Render(new Page("files", words["title"], values, [], "")));
    }

    /// <returns>The file, or the page to show instead.</returns>
    public async Task<(OpenedFile? File, ShownPage Otherwise)> OpenAsync(string token, string name, CancellationToken cancellation)
    {
        var context = await FindAsync(token, cancellation);
        if (context is not null
            && FileName.Read(name).Value is { } wanted
            && await archive.OpenAsync(context.Link.CohortId, wanted, cancellation) is { } opened)
        {
            if (opened.File.Audience == FileAudience.Everyone)
            {
                return (opened, common.Unknown());
            }

            await opened.DisposeAsync();
        }

        return (null, common.Unknown());
    }

    /// <summary>The form of the page that is shown instead: it asks for a fresh link.</summary>
    public Task<ShownPage> AskForLinkAsync(
        string token, string caller, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation) =>
        freshLinks.AnswerAsync(token, caller, posted, cancellation);

    private async Task<FormContext?> FindAsync(string token, CancellationToken cancellation) =>
        await links.FindAsync(token, cancellation) is { UsedAt: null } link
        && await reader.FindAroundAsync(link.CohortId, link.PersonId, cancellation) is { People: [{ TakesPart: true } person] } cohort
            ? new FormContext(link, person, cohort, clock.GetUtcNow())
            : null;

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}
