using System.Text.Json;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Operations;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>
/// What an administrator sees first: whether all is well and what that means, then the orchestrations, failed and stuck first.
/// </summary>
public sealed class OrchestrationsPage(ServiceStateReader state) : ConsolePage
{
    private const int MostShown = 200;

    /// <summary>A wave, or an orchestrator that could not do its work, that has not moved for so long needs a human.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromHours(25);

    public override string Route => "admin";

    public override Audience Audience => Audience.Administrator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var (status, cohort, age) = (visit.Asked("status"), visit.Asked("cohort").Trim(), visit.Asked("age"));
        OrchestrationRuntimeStatus[]? statuses =
            Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var one) && Enum.IsDefined(one) ? [one] : null;
        var since = age switch
        {
            "day" => visit.Now.AddDays(-1),
            "week" => visit.Now.AddDays(-7),
            _ => (DateTimeOffset?)null,
        };
        var prefix = cohort.Length == 0 ? null : Cohort.OrchestrationId(cohort);
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in visit.Client.GetAllInstancesAsync(new OrchestrationQuery(
            InstanceIdPrefix: prefix, Statuses: statuses, FetchInputsAndOutputs: true)).WithCancellation(cancellation))
        {
            if ((since is null || instance.LastUpdatedAt >= since) && !instance.InstanceId.StartsWith('@'))
            {
                found.Add(instance);
            }
        }

        var ordered = found.OrderBy(i => Urgency(i, visit.Now)).ThenByDescending(i => i.LastUpdatedAt)
            .ThenBy(i => i.InstanceId, StringComparer.Ordinal).ToList();
        var stands = await state.ReadAsync(visit.Client, cancellation);
        return new ConsoleAnswer("admin", Of(
            ("now", Instants.InWords(visit.Now)),
            ("version", stands.Version),
            ("cohorts_running", stands.CohortsRunning),
            ("cohorts_stopped", stands.CohortsStopped),
            ("emails_waiting", stands.EmailsWaiting),
            ("oldest", stands.OldestUnsentAt is { } oldest ? Instants.InWords(oldest) : null),
            ("oldest_is_late", stands.OldestUnsentAt is { } at && visit.Now - at > TimeSpan.FromHours(4)),
            ("last_turn", stands.LastTurnAt is { } turn ? Instants.InWords(turn) : null),
            ("failed", found.Count(i => i.RuntimeStatus == OrchestrationRuntimeStatus.Failed)),
            ("status", status),
            ("cohort_asked", cohort),
            ("age", age),
            ("total", ordered.Count),
            ("instances", ordered.Take(MostShown).Select(i => Row(i, visit.Now)).ToList())))
        {
            Place = "admin",
        };
    }

    private static int Urgency(OrchestrationMetadata instance, DateTimeOffset now) => instance.RuntimeStatus switch
    {
        OrchestrationRuntimeStatus.Failed => 0,
        _ when Error(instance) is not null || IsStuck(instance, now) => 1,
        OrchestrationRuntimeStatus.Suspended => 2,
        OrchestrationRuntimeStatus.Terminated => 3,
        OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending => 4,
        _ => 5,
    };

    internal static bool IsStuck(OrchestrationMetadata instance, DateTimeOffset now) =>
        instance.RuntimeStatus is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending
        && now - instance.LastUpdatedAt > Stuck;

    private static Dictionary<string, object?> Row(OrchestrationMetadata instance, DateTimeOffset now) => Of(
        ("id", instance.InstanceId),
        ("name", instance.Name),
        ("status", instance.RuntimeStatus.ToString().ToLowerInvariant()),
        ("stuck", IsStuck(instance, now)),
        ("error", Error(instance)),
        ("doing", Status(instance).GetValueOrDefault("Doing") is { ValueKind: JsonValueKind.String } doing ? doing.GetString() : null),
        ("step", Status(instance).GetValueOrDefault("Step") is { ValueKind: JsonValueKind.String } step ? step.GetString() : null),
        ("until", Status(instance).GetValueOrDefault("Until") is { ValueKind: JsonValueKind.String } until
            && until.TryGetDateTimeOffset(out var at) ? Instants.InWords(at) : null),
        ("moved", Instants.InWords(instance.LastUpdatedAt)));

    /// <summary>The type of what went wrong in a step that is tried again.</summary>
    internal static string? Error(OrchestrationMetadata instance) =>
        Status(instance).GetValueOrDefault("Error") is { ValueKind: JsonValueKind.String } error ? error.GetString() : null;

    /// <summary>What the orchestrator says of itself; those of ours are flat objects.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> Status(OrchestrationMetadata instance) =>
        instance.SerializedCustomStatus is { Length: > 0 } custom && custom.StartsWith('{')
            ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(custom)!
            : [];
}
