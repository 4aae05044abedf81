using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Service;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Operations;

/// <summary>What an administrator looks at first when something seems stuck: what runs, with what, and what waits.</summary>
public sealed class ServiceStateFunction(ICohortStore store, StoreOptions storeOptions, MailOptions mail, FilesOptions files)
{
    [Function("GetServiceState")]
    [ApiCall(ApiGroup.Operations, "What runs, with what, and what waits")]
    [ApiAnswer(StatusCodes.Status200OK, "Counts and times; no names.", Body = typeof(ServiceState))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/state")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
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

        return Answer.Json(new ServiceState(
            ServiceVersion.Text, storeOptions.Mode, mail.Mode, files.Mode,
            running, stopped, waiting, oldest, await LastTurnAsync(client, cancellation)));
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

/// <param name="Version">Of the service, as the build stamped it.</param>
/// <param name="CohortsRunning">Those that have begun and are not closed.</param>
/// <param name="CohortsStopped">Ids of those in which nothing happens; their status says why.</param>
/// <param name="EmailsWaiting">Planned, and not yet settled, in all cohorts.</param>
/// <param name="OldestUnsentAt">UTC; when the longest waiting email was planned.</param>
/// <param name="LastTurnAt">UTC; when any cohort's orchestrator last did something.</param>
public sealed record ServiceState(
    string Version, StoreMode Store, MailMode Mail, FilesMode Files,
    int CohortsRunning, IReadOnlyList<string> CohortsStopped,
    int EmailsWaiting, DateTimeOffset? OldestUnsentAt, DateTimeOffset? LastTurnAt);
