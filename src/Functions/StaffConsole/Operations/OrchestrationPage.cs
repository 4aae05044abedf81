using System.Text.Json;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Operations;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>One orchestration: what it says of itself, what its present generation lived through, its children, and the levers.</summary>
public sealed class OrchestrationPage(Levers levers, PageRenderer pages) : ConsolePage
{
    private const int MostEvents = 300;
    private const int MostChildren = 50;

    /// <summary>Beside the levers: an ended one is begun anew from the store, or cleared away.</summary>
    private const string Restart = "restart";
    private const string Purge = "purge";

    public override string Route => "admin/orchestrations/{instance}";

    public override Audience Audience => Audience.Administrator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var id = visit.Route["instance"];
        if (await visit.Client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is not { } instance)
        {
            return ConsoleAnswer.NothingHere;
        }

        var status = OrchestrationsPage.Status(instance);
        var history = (await visit.Client.GetOrchestrationHistoryAsync(id, cancellation)).ToList();
        return new ConsoleAnswer("admin-orchestration", Of(
            ("id", id),
            ("name", instance.Name),
            ("status", instance.RuntimeStatus.ToString().ToLowerInvariant()),
            ("ended", instance.IsCompleted),
            ("stuck", OrchestrationsPage.IsStuck(instance, visit.Now)),
            ("error", OrchestrationsPage.Error(instance) ?? instance.FailureDetails?.ErrorType),
            ("created", Instants.InWords(instance.CreatedAt)),
            ("moved", Instants.InWords(instance.LastUpdatedAt)),
            ("says", status.Where(s => s.Value.ValueKind is not JsonValueKind.Null)
                .Select(s => Of(
                    ("name", s.Key),
                    ("value", s.Value.ValueKind == JsonValueKind.String && s.Value.TryGetDateTimeOffset(out var at)
                        ? Instants.InWords(at)
                        : s.Value.ToString()))).ToList()),
            ("cohort_id", CohortOf(id)),
            ("is_cohort", id == Cohort.OrchestrationId(CohortOf(id) ?? "")),
            ("events", history.TakeLast(MostEvents).Select(e => HistoryEvents.Of(e, history)).OfType<Dictionary<string, object?>>()
                .Reverse().ToList()),
            ("tries", history.OfType<TaskScheduledEvent>().CountBy(t => t.Name ?? "").Where(t => t.Value > 1)
                .Select(t => Of(("name", t.Key), ("count", t.Value))).ToList()),
            ("earlier", Math.Max(0, history.Count - MostEvents)),
            ("children", await ChildrenAsync(visit.Client, id, cancellation)),
            ("reason", visit.Typed("reason")),
            ("chosen", visit.Does)))
        {
            Place = "admin",
        };
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var (id, reason) = (visit.Route["instance"], visit.Typed("reason").Trim());
        if (reason.Length is 0 or > 500)
        {
            var shown = await ShowAsync(visit, cancellation);
            var words = pages.WordsOf("console/admin-orchestration");
            return shown.Template.Length == 0 ? shown : shown.Refused(Refusal.Invalid("/reason", words["reason.missing"]));
        }

        var (done, deed) = visit.Does switch
        {
            Levers.Suspend => (await PullAsync(visit, id, reason, cancellation), "suspended"),
            Levers.Resume => (await PullAsync(visit, id, reason, cancellation), "resumed"),
            Levers.Terminate => (await PullAsync(visit, id, reason, cancellation), "terminated"),
            Restart => (await RestartAsync(visit, id, cancellation), "restarted"),
            Purge => (await PurgeAsync(visit, id, cancellation), "purged"),
            _ => (null, ""),
        };
        if (done is null)
        {
            return ConsoleAnswer.NoSuchButton;
        }

        return done.Succeeded
            ? ConsoleAnswer.Done(deed == "purged" ? "admin" : $"admin/orchestrations/{id}", new Deed(deed, id, reason))
            : (await ShowAsync(visit, cancellation)).Refused(done.Refusal);
    }

    private async Task<Outcome<string>> PullAsync(Visit visit, string id, string reason, CancellationToken cancellation) =>
        (await levers.PullAsync(visit.Client, id, visit.Does, reason, cancellation)).Then<string>(pulled => pulled.InstanceId);

    /// <summary>A cohort's own is begun anew: the store knows all it needs.</summary>
    private static async Task<Outcome<string>> RestartAsync(Visit visit, string id, CancellationToken cancellation)
    {
        if (CohortOf(id) is not { } cohort || id != Cohort.OrchestrationId(cohort))
        {
            return Refusal.Conflict("Only a cohort's own orchestration is begun anew; what it started comes again by itself.");
        }

        await CohortOrchestration.ScheduleAsync(visit.Client, cohort, cancellation);
        return id;
    }

    private static async Task<Outcome<string>> PurgeAsync(Visit visit, string id, CancellationToken cancellation)
    {
        if (await visit.Client.GetInstanceAsync(id, cancellation) is { IsCompleted: false })
        {
            return Refusal.Conflict("It has not ended. End it first; then it can be cleared away.");
        }

        await visit.Client.PurgeInstanceAsync(id, cancellation);
        return id;
    }

    private static string? CohortOf(string id) =>
        id.Split(':')[0] is var main && main.StartsWith("cohort-", StringComparison.Ordinal) ? main["cohort-".Length..] : null;

    private static async Task<List<Dictionary<string, object?>>> ChildrenAsync(
        DurableTaskClient client, string id, CancellationToken cancellation)
    {
        var children = new List<OrchestrationMetadata>();
        await foreach (var child in client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: $"{id}:"))
            .WithCancellation(cancellation))
        {
            children.Add(child);
        }

        return [.. children.OrderByDescending(c => c.LastUpdatedAt).Take(MostChildren).Select(c => Of(
            ("id", c.InstanceId),
            ("status", c.RuntimeStatus.ToString().ToLowerInvariant()),
            ("moved", Instants.InWords(c.LastUpdatedAt))))];
    }
}
