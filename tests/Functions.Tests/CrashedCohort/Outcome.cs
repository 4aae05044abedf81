using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>How a cohort ended, in what must be the same however often it was killed.</summary>
internal static class Outcome
{
    private static readonly JsonSerializerOptions Indented = new(DocumentJson.Options) { WriteIndented = true };

    public static async Task<string> OfAsync(ICohortStore store, string cohortId)
    {
        var cohort = (await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, default))!.Value;
        var settled = await store.ListAsync<OutboxMail>(cohortId, OutboxMail.SettledKind, default);
        var pairs = await store.ListAsync<Pair>(cohortId, Pair.DocumentKind, default);
        var proofs = await store.ListAsync<ErasureProof>(cohortId, ErasureProof.DocumentKind, default);
        return JsonSerializer.Serialize(
            new
            {
                cohort.Status,
                steps = cohort.Steps.Select(s => $"{s.Due.UtcDateTime:u} {s.Name}{(s.Skipped ? " skipped" : "")}")
                    .Order(StringComparer.Ordinal),
                pairs = pairs.Count,
                completed = pairs.Count(p => p.Value.Completed),
                sessions = pairs.Sum(p => p.Value.Sessions.Count(s => s.Value.Met)),
                erasures = Counted(proofs.Select(p => p.Value.Because.ToString())),
                people = (await store.ListAsync<Person>(cohortId, Person.DocumentKind, default)).Count,
                waiting = (await store.ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, default)).Count,
                emails = Counted(settled.Select(m => $"{m.Value.Template} {m.Value.State}")),
            },
            Indented);
    }

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names) =>
        new(
            names.GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            StringComparer.Ordinal);
}
