using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Operations;

/// <summary>The administrator's three levers, each pulled with a reason that is recorded with the cohort.</summary>
public sealed class SteerFunction(ICohortStore store, Calls calls, TimeProvider clock)
{
    [Function("SteerOrchestration")]
    [ApiCall(
        ApiGroup.Operations, "Suspends, resumes or ends an orchestration", Refuses = [RefusalKind.Conflict, RefusalKind.NotFound])]
    [ApiParameter("instanceId", InspectFunctions.InstanceInWords)]
    [ApiParameter("lever", "What to do with it.", Words = ["suspend", "resume", "terminate"])]
    [ApiBody("application/json", Body = typeof(SteerRequest))]
    [ApiAnswer(StatusCodes.Status202Accepted, "Done, and recorded with the cohort.", Body = typeof(PulledLever))]
    public Task<IResult> SteerAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/operations/orchestrations/{instanceId}/{lever}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        string lever,
        CancellationToken cancellation) =>
        lever is "suspend" or "resume" or "terminate"
            ? calls.AnswerAsync(
                request,
                fields => SteerRequest.Read(fields).ThenAsync(asked => PullAsync(client, instanceId, lever, asked.Reason, cancellation)),
                pulled => Answer.Json(pulled, StatusCodes.Status202Accepted),
                cancellation)
            : Task.FromResult(Answer.Of(new Refusal(
                RefusalKind.NotFound, "There is no such lever", "Nothing was changed. There are suspend, resume and terminate.")));

    private async Task<Outcome<PulledLever>> PullAsync(
        DurableTaskClient client, string instanceId, string lever, string reason, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { } instance)
        {
            return InspectFunctions.NoInstance();
        }

        if (instance.IsCompleted)
        {
            return Refusal.Conflict($"This orchestration has ended ({instance.RuntimeStatus}); there is nothing to {lever}.");
        }

        await RecordAsync(instanceId, lever, reason, cancellation);
        await (lever switch
        {
            "suspend" => client.SuspendInstanceAsync(instanceId, reason, cancellation),
            "resume" => client.ResumeInstanceAsync(instanceId, reason, cancellation),
            "terminate" => client.TerminateInstanceAsync(instanceId, reason, cancellation),
            _ => throw new ArgumentException("There is no such lever.", nameof(lever)),
        });
        return new PulledLever(instanceId, lever, reason, clock.GetUtcNow());
    }

    private Task RecordAsync(string instanceId, string lever, string reason, CancellationToken cancellation)
    {
        var main = instanceId.Split(':')[0];
        var cohortId = main.StartsWith("cohort-", StringComparison.Ordinal) ? main["cohort-".Length..] : main;
        var change = new AppliedChange(clock.GetUtcNow(), $"{lever} orchestration {instanceId}", null, null, reason);
        return store.UpdateAsync<Cohort>(cohortId, Cohort.DocumentId, c => c with { Changes = [.. c.Changes, change] }, cancellation);
    }
}

/// <param name="Reason">Kept with the cohort.</param>
public sealed record SteerRequest(string Reason)
{
    public static Outcome<SteerRequest> Read(FieldReader fields) => fields.Done(new SteerRequest(fields.Text("reason", 500)));
}

/// <param name="At">UTC.</param>
public sealed record PulledLever(string InstanceId, string Lever, string Reason, DateTimeOffset At);
