using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Functions.Http;

/// <summary>What administrators see of the orchestrations, and their three levers. Everything shown is ids, names of steps and times.</summary>
public sealed class OperationsFunctions(ICohortStore store, WebOptions web, TimeProvider clock)
{
    [Function("ListOrchestrations")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/orchestrations")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var status = request.Query["status"].ToString();
        var cohort = request.Query["cohort"].ToString();
        OrchestrationRuntimeStatus[]? statuses = null;
        if (status.Length > 0)
        {
            if (!Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            {
                return Answer.Invalid([new Problem("?status", "status must be one of pending, running, suspended, completed, failed, terminated.")]);
            }

            statuses = [wanted];
        }

        var prefix = cohort.Length == 0 ? "cohort-" : Cohort.OrchestrationId(cohort);
        var found = new List<object>();
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: prefix, Statuses: statuses)).WithCancellation(cancellation))
        {
            if (cohort.Length == 0 || instance.InstanceId == prefix || instance.InstanceId.StartsWith($"{prefix}:", StringComparison.Ordinal))
            {
                found.Add(Show(instance));
            }
        }

        return Answer.Json(new { orchestrations = found });
    }

    [Function("GetOrchestration")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/orchestrations/{instanceId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is { } instance ? Answer.Json(Show(instance)) : NoInstance();

    [Function("SteerOrchestration")]
    public async Task<IResult> SteerAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/operations/orchestrations/{instanceId}/{lever}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        string lever,
        CancellationToken cancellation)
    {
        if (lever is not ("suspend" or "resume" or "terminate"))
        {
            return Answer.Problem(StatusCodes.Status404NotFound, "There is no such lever", "Nothing was changed. There are suspend, resume and terminate.");
        }

        var (json, refusal) = await Body.ReadJsonAsync(request, web.MaxBodyBytes, cancellation);
        if (json is null)
        {
            return refusal!;
        }

        using (json)
        {
            var problems = new List<Problem>();
            var fields = new FieldReader(json.RootElement, "", problems);
            var reason = fields.Text("reason", 500);
            fields.RefuseUnknown();
            if (problems.Count > 0)
            {
                return Answer.Invalid(problems);
            }

            if (await client.GetInstanceAsync(instanceId, cancellation) is not { } instance)
            {
                return NoInstance();
            }

            if (instance.IsCompleted)
            {
                return Answer.Conflict($"This orchestration has ended ({instance.RuntimeStatus}); there is nothing to {lever}.");
            }

            await RecordAsync(instanceId, lever, reason, cancellation);
            await PullAsync(client, instanceId, lever, reason, cancellation);
            return Answer.Json(new { instanceId, lever, reason, at = clock.GetUtcNow() }, StatusCodes.Status202Accepted);
        }
    }

    private static Task PullAsync(DurableTaskClient client, string instanceId, string lever, string reason, CancellationToken cancellation) => lever switch
    {
        "suspend" => client.SuspendInstanceAsync(instanceId, reason, cancellation),
        "resume" => client.ResumeInstanceAsync(instanceId, reason, cancellation),
        _ => client.TerminateInstanceAsync(instanceId, reason, cancellation),
    };

    private Task RecordAsync(string instanceId, string lever, string reason, CancellationToken cancellation)
    {
        var main = instanceId.Split(':')[0];
        var cohortId = main.StartsWith("cohort-", StringComparison.Ordinal) ? main["cohort-".Length..] : main;
        var change = new AppliedChange(clock.GetUtcNow(), $"{lever} orchestration {instanceId}", null, null, reason);
        return store.UpdateAsync<Cohort>(cohortId, Cohort.DocumentId, c => c with { Changes = [.. c.Changes, change] }, cancellation);
    }

    private static object Show(OrchestrationMetadata instance) => new
    {
        instance.InstanceId,
        instance.Name,
        status = instance.RuntimeStatus.ToString(),
        instance.CreatedAt,
        instance.LastUpdatedAt,
        customStatus = instance.SerializedCustomStatus is { } custom ? JsonDocument.Parse(custom).RootElement : (JsonElement?)null,
        failure = instance.FailureDetails?.ErrorType,
    };

    private static IResult NoInstance() => Answer.Problem(
        StatusCodes.Status404NotFound, "There is no such orchestration", "GET api/operations/orchestrations lists those there are.");
}
