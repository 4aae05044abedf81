using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Records;

/// <summary>What was done to a cohort by hand: by whom, when, with what reason. People are named while they are here.</summary>
public sealed class AuditPage(CohortReader reader, ICohortStore store, PageRenderer pages) : ConsolePage
{
    private const int MostShown = 500;

    public override string Route => "cohorts/{cohort}/audit";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var words = pages.WordsOf("console/audit");
        var entries = (await store.ListAsync<AuditEntry>(visit.CohortId, AuditEntry.DocumentKind, cancellation)).Select(e => e.Value);
        var deeds = entries.Select(e => (e.At, Values: Of(
            ("what", words.Find($"deed.{e.Deed}") ?? e.Deed),
            ("about", Names(e.AboutId)),
            ("by", e.By),
            ("reason", e.Reason))));
        // What was changed by a program has no author that is known here.
        var changes = cohort.Cohort.Changes.Where(c => !entries.Any(e => (e.At - c.At).Duration() < TimeSpan.FromSeconds(2)))
            .Select(c => (c.At, Values: Of(("what", c.What), ("about", null), ("by", null), ("reason", c.Reason))));
        return new ConsoleAnswer("audit", Of(("entries", deeds.Concat(changes).OrderByDescending(e => e.At).Take(MostShown).Select(e =>
        {
            e.Values["at"] = visit.When(e.At);
            return e.Values;
        }).ToList())))
        {
            Place = "audit",
        };

        string? Names(string? ids) => ids is null ? null
            : string.Join(", ", ids.Split(' ').Select(id => cohort.FindPerson(id)?.Name ?? id));
    }
}
