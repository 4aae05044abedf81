using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Service;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Operations;

/// <summary>What runs, with what, and what waits, for whoever asks: the API or the pages.</summary>
public sealed class ServiceStateReader(ICohortStore store, StoreOptions storeOptions, MailOptions mail, FilesOptions files)
{
    public async Task<ServiceState> ReadAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var (running, waiting, oldest) = (0, 0, (DateTimeOffset?)null);
        var stopped = new List<string>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not { Value: { HasOrchestrator: true } cohort })
            {
                continue;
            }

            running++;
            if (await CohortOrchestration.StoppedAsync(client, cohort, cancellation) is not null)
            {
                stopped.Add(id);
            }

            var open = await store.ListAsync<OutboxMail>(id, OutboxMail.OpenKind, cancellation);
            waiting += open.Count;
            oldest = open.Select(m => (DateTimeOffset?)m.Value.PlannedAt).Append(oldest).Min();
        }

        return new ServiceState(
            ServiceVersion.Text, storeOptions.Mode, mail.Mode, files.Mode,
            running, stopped, waiting, oldest, await LastTurnAsync(client, cancellation));
    }

    private static async Task<DateTimeOffset?> LastTurnAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        DateTimeOffset? last = null;
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "cohort-"))
            .WithCancellation(cancellation))
        {
            last = last is { } at && at > instance.LastUpdatedAt ? last : instance.LastUpdatedAt;
        }

        return last;
    }
}
