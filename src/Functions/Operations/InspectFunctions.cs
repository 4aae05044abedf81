using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Operations;

/// <summary>What administrators see of the orchestrations: ids, names of steps and times.</summary>
public static class InspectFunctions
{
    [Function("ListOrchestrations")]
    public static async Task<IResult> ListAsync(
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
                return Answer.Invalid(
                    [new Problem("?status", "status must be one of pending, running, suspended, completed, failed, terminated.")]);
            }

            statuses = [wanted];
        }

        var prefix = cohort.Length == 0 ? "cohort-" : Cohort.OrchestrationId(cohort);
        var found = new List<object>();
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(
            InstanceIdPrefix: prefix, Statuses: statuses, FetchInputsAndOutputs: true)).WithCancellation(cancellation))
        {
            if (cohort.Length == 0
                || instance.InstanceId == prefix
                || instance.InstanceId.StartsWith($"{prefix}:", StringComparison.Ordinal))
            {
                found.Add(Show(instance));
            }
        }

        return Answer.Json(new { orchestrations = found });
    }

    [Function("GetOrchestration")]
    public static async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/orchestrations/{instanceId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is { } instance
            ? Answer.Json(Show(instance))
            : NoInstance();

    private static object Show(OrchestrationMetadata instance) => new
    {
        instance.InstanceId,
        instance.Name,
        status = instance.RuntimeStatus.ToString(),
        instance.CreatedAt,
        instance.LastUpdatedAt,
        customStatus = instance.SerializedCustomStatus is { } custom ? InCamelCase(custom) : null,
        failure = instance.FailureDetails?.ErrorType,
    };

    /// <summary>
    /// As the rest of the answer is: the host keeps a custom status in the worker's own spelling. Those of our orchestrators are flat
    /// objects.
    /// </summary>
    private static Dictionary<string, JsonElement>? InCamelCase(string customStatus) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            customStatus)?.ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Key), p => p.Value, StringComparer.Ordinal);

    internal static IResult NoInstance() => Answer.Problem(
        StatusCodes.Status404NotFound, "There is no such orchestration", "GET api/operations/orchestrations lists those there are.");
}
