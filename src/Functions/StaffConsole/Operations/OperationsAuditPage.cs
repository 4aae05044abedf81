using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>What administrators did, and what was done in each cohort: by ids, without the reasons that coordinators gave.</summary>
public sealed class OperationsAuditPage(ICohortStore store, PageRenderer pages) : ConsolePage
{
    private const int MostShown = 500;

    public override string Route => "admin/audit";

    public override Audience Audience => Audience.Administrator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var entries = new List<AuditEntry>();
        foreach (var partition in (await store.ListCohortsAsync(cancellation)).Prepend(StaffSession.Partition))
        {
            entries.AddRange((await store.ListAsync<AuditEntry>(partition, AuditEntry.DocumentKind, cancellation)).Select(e => e.Value));
        }

        var words = pages.WordsOf("console/audit");
        return new ConsoleAnswer("admin-audit", Of(("entries", entries.OrderByDescending(e => e.At).Take(MostShown).Select(e => Of(
            ("at", Instants.InWords(e.At)),
            ("what", words.Find($"deed.{e.Deed}") ?? e.Deed),
            ("where", e.CohortId == StaffSession.Partition ? e.AboutId : e.CohortId),
            ("about", e.CohortId == StaffSession.Partition ? null : e.AboutId),
            ("by", e.By),
            ("reason", e.CohortId == StaffSession.Partition ? e.Reason : null))).ToList())))
        {
            Place = "admin",
        };
    }
}
