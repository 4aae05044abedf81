using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>What runs on this machine, and what a newcomer can do now. Counts and dates; no person.</summary>
internal sealed class HomePage(
    CohortReader reader, ICohortStore store, EmailFolder emails, TryNow tryNow, PageRenderer renderer, TimeProvider clock)
{
    private const int MostCohorts = 6;

    /// <param name="begun">The id of the cohort that has just been begun here, as the address says it; others are passed over.</param>
    public async Task<string> ShowAsync(string begun, CancellationToken cancellation)
    {
        var cohorts = new List<Cohort>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort })
            {
                cohorts.Add(cohort);
            }
        }

        var shown = new List<Dictionary<string, object?>>();
        var newest = cohorts.OrderByDescending(c => c.CreatedAt).ThenBy(c => c.CohortId, StringComparer.Ordinal);
        foreach (var cohort in newest.Take(MostCohorts))
        {
            shown.Add(await ValuesAsync(cohort.CohortId, cancellation));
        }

        var files = emails.Files().Count;
        return renderer.Render(ServicePage.Of("here", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["here"] = true,
            ["cohorts"] = shown,
            ["more"] = cohorts.Count - shown.Count,
            ["begun"] = shown.FirstOrDefault(c => begun.Length > 0 && (string?)c["id"] == begun),
            ["has_tried"] = cohorts.Any(c => c.CohortId == TryNowDefinition.IdOf(1) && c.Status != CohortStatus.Draft),
            ["has_answer"] = shown.Any(c => (int)c["portraits"]! > 0),
            ["sample_people"] = tryNow.People,
            ["number"] = await tryNow.NextNumberAsync(cancellation),
            ["emails_here"] = emails.IsUsed,
            ["emails"] = files,
            ["folder"] = emails.Path,
            ["mail_mode"] = emails.Mode.ToString(),
        }));
    }

    private async Task<Dictionary<string, object?>> ValuesAsync(string id, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(id, cancellation);
        var settled = await store.ListAsync<OutboxMail>(id, OutboxMail.SettledKind, cancellation);
        var timeline = MentoringProgramme.TimelineOf(cohort, clock.GetUtcNow());
        var next = cohort.Cohort.Status == CohortStatus.Draft
            ? null
            : timeline.DueNow ?? timeline.Steps.FirstOrDefault(s => s.State == StepState.Upcoming);
        // Before there is a proposal everything waits for its release, and nobody can do anything about it.
        var isHeldUp = cohort.Proposal is not null || cohort.Cohort.Paused;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["name"] = cohort.Definition.Name,
            ["status"] = cohort.Cohort.Status.ToString(),
            ["paused"] = cohort.Cohort.Paused,
            ["people"] = cohort.People.Count,
            ["portraits"] = cohort.People.Count(p => p.Portrait is not null),
            ["sent"] = settled.Count(m => m.Value.State == MailState.Sent),
            ["refused"] = settled.Count(m => m.Value.State == MailState.Refused),
            ["waiting"] = cohort.OpenMails,
            ["next"] = next?.Name,
            ["next_at"] = next?.Due is { } due ? cohort.Scheme.Words.DateAndTimeOf(due, cohort.Definition.Zone) : null,
            ["waits_for"] = isHeldUp ? timeline.Steps.FirstOrDefault(s => s.State == StepState.Waiting)?.WaitsFor : null,
        };
    }
}
