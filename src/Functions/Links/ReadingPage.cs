using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Links;

/// <summary>One's own reflections, and those the partner chose to share. The only place a reflection can be read.</summary>
public sealed class ReadingPage(ICohortStore store, PageRenderer renderer)
{
    public async Task<ShownPage> ShowAsync(FormContext context, CancellationToken cancellation)
    {
        var partners = context.Cohort.PairsOf(context.Person.Id).Where(p => p.IsRunning || p.Completed).Select(p => p.PartnerOf(context.Person.Id)).ToHashSet(StringComparer.Ordinal);
        var all = await store.ListAsync<Reflection>(context.Link.CohortId, Reflection.DocumentKind, cancellation);
        var sections = all.Select(r => r.Value)
            .Where(r => r.Text.Length > 0 && r.MayBeReadBy(context.Person.Id, PartnersOf(r.AuthorId)))
            .OrderBy(r => r.Number).ThenBy(r => r.AuthorId != context.Person.Id)
            .Select(r => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["heading"] = r.AuthorId == context.Person.Id ? $"You, reflection {r.Number}" : $"Your partner, reflection {r.Number}",
                ["lines"] = r.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            })
            .ToList();
        return new ShownPage(200, renderer.Render(new Page("reading", "What was written for you", context.Values(("sections", sections)), [], "")));

        IReadOnlyCollection<string> PartnersOf(string authorId) => partners.Contains(authorId) ? [context.Person.Id] : [];
    }
}
