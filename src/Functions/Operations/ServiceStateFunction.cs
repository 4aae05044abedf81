using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Operations;

/// <summary>What an administrator looks at first when something seems stuck: what runs, with what, and what waits.</summary>
public sealed class ServiceStateFunction(ServiceStateReader state)
{
    [Function("GetServiceState")]
    [ApiCall(ApiGroup.Operations, "What runs, with what, and what waits")]
    [ApiAnswer(StatusCodes.Status200OK, "Counts and times; no names.", Body = typeof(ServiceState))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/state")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Answer.Json(await state.ReadAsync(client, cancellation));
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
