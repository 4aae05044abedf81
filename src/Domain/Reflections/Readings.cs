using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>One's own reflections, and those the partner chose to share. The only place where a reflection can be read.</summary>
internal static class Readings
{
    public static readonly FormReading OfPair = new("reading", "reading")
    {
        Reads = c => [.. Partners(c).Append(c.Person.Id).Select(id => new Need.Owned<Reflection>(id, Reflection.DocumentKind))],
        Values = c => Of(("sections", Sections(c))),
    };

    private static HashSet<string> Partners(FormContext c) =>
        c.Cohort.PairsOf(c.Person.Id).Where(p => p.IsRunning || p.Completed).Select(p => p.PartnerOf(c.Person.Id))
            .ToHashSet(StringComparer.Ordinal);

    private static List<Dictionary<string, object?>> Sections(FormContext c)
    {
        var partners = Partners(c);
        return
        [
            .. c.Read.All<Reflection>()
                .Where(r => r.Text.Length > 0 && r.MayBeReadBy(c.Person.Id, PartnersOf(r.AuthorId)))
                .OrderBy(r => r.Number).ThenBy(r => r.AuthorId != c.Person.Id)
                .Select(r => Of(
                    ("own", r.AuthorId == c.Person.Id),
                    ("number", r.Number),
                    ("lines", r.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))),
        ];

        IReadOnlyCollection<string> PartnersOf(string authorId) => partners.Contains(authorId) ? [c.Person.Id] : [];
    }
}
