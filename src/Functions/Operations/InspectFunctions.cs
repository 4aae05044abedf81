using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Operations;

/// <summary>What administrators see of the orchestrations: ids, names of steps and times.</summary>
public static class InspectFunctions
{
    internal const string InstanceInWords = "The orchestration's id, such as cohort-judicial-2023.";

    [Function("ListOrchestrations")]
    [ApiCall(ApiGroup.Operations, "Lists the orchestrations", Refuses = [RefusalKind.Invalid])]
    [ApiParameter(
        "status", "Without regard to case.", Words = ["pending", "running", "suspended", "completed", "failed", "terminated"])]
    [ApiParameter("cohort", "The id of the cohort whose orchestrations are wanted.")]
    [ApiAnswer(StatusCodes.Status200OK, "Ids, names of steps and times.", Body = typeof(OrchestrationList))]
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
                return Answer.Of(Refusal.Invalid(
                    "?status", "status must be one of pending, running, suspended, completed, failed, terminated."));
            }

            statuses = [wanted];
        }

        var prefix = cohort.Length == 0 ? "cohort-" : Cohort.OrchestrationId(cohort);
        var found = new List<ShownOrchestration>();
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

        return Answer.Json(new OrchestrationList(found));
    }

    [Function("GetOrchestration")]
    [ApiCall(ApiGroup.Operations, "Inspects one orchestration", Refuses = [RefusalKind.NotFound])]
    [ApiParameter("instanceId", InstanceInWords)]
    [ApiAnswer(StatusCodes.Status200OK, "The orchestration.", Body = typeof(ShownOrchestration))]
    public static async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/operations/orchestrations/{instanceId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is { } instance
            ? Answer.Json(Show(instance))
            : Answer.Of(NoInstance());

    private static ShownOrchestration Show(OrchestrationMetadata instance) => new(
        instance.InstanceId,
        instance.Name,
        instance.RuntimeStatus.ToString(),
        instance.CreatedAt,
        instance.LastUpdatedAt,
        instance.SerializedCustomStatus is { } custom ? InCamelCase(custom) : null,
        instance.FailureDetails?.ErrorType);

    /// <summary>
    /// As the rest of the answer is: the host keeps a custom status in the worker's own spelling. Those of our orchestrators are flat
    /// objects.
    /// </summary>
    private static Dictionary<string, JsonElement>? InCamelCase(string customStatus) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            customStatus)?.ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Key), p => p.Value, StringComparer.Ordinal);

    internal static Refusal NoInstance() => new(
        RefusalKind.NotFound, "There is no such orchestration", "GET api/operations/orchestrations lists those there are.");
}

public sealed record OrchestrationList(IReadOnlyList<ShownOrchestration> Orchestrations);

/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUpdatedAt">UTC.</param>
/// <param name="CustomStatus">What the orchestrator says of itself: what it waits for, and until when.</param>
/// <param name="Failure">The type of the error; never its message.</param>
public sealed record ShownOrchestration(
    string InstanceId, string Name, string Status, DateTimeOffset CreatedAt, DateTimeOffset LastUpdatedAt,
    IReadOnlyDictionary<string, JsonElement>? CustomStatus, string? Failure);
