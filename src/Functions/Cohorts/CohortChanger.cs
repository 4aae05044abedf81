using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>A change to a running cohort, whoever asks: the API or the pages.</summary>
public sealed class CohortChanger(ICohortStore store, TimeProvider clock)
{
    private const string Overtaken = "The cohort changed at this very moment. Look at its status, then send the change again.";

    /// <summary>One write: whom to tell is part of the cohort, and a step of its own plans the emails.</summary>
    public async Task<Outcome<Cohort>> ChangeAsync(CohortSnapshot cohort, ChangeRequest asked, CancellationToken cancellation) =>
        await (await DecideAsync(cohort, asked, cancellation))
            .ThenAsync(changed => store.ReplaceAsync(cohort, changed, Overtaken, cancellation));

    private async Task<Outcome<Cohort>> DecideAsync(CohortSnapshot cohort, ChangeRequest asked, CancellationToken cancellation)
    {
        if (asked.Kind != ChangeKind.Undo)
        {
            return CohortChanges.Decide(cohort, asked, clock.GetUtcNow());
        }

        var mails = (await store.ListAsync<OutboxMail>(cohort.Cohort.CohortId, OutboxMail.SettledKind, cancellation))
            .Concat(await store.ListAsync<OutboxMail>(cohort.Cohort.CohortId, OutboxMail.OpenKind, cancellation))
            .Select(m => m.Value).Where(m => m.State is MailState.Sent or MailState.Claimed).ToList();
        return CohortChanges.Decide(
            cohort, asked, clock.GetUtcNow(), since => mails.Exists(m => m.State == MailState.Claimed || m.SettledAt >= since));
    }

    public Task<Outcome<Cohort>> ChangeTeamAsync(CohortSnapshot cohort, TeamRequest asked, CancellationToken cancellation) =>
        asked.Decide(cohort.Cohort).ThenAsync(changed => store.ReplaceAsync(cohort, changed, Overtaken, cancellation));
}
