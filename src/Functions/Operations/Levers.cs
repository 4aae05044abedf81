using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Operations;

/// <summary>
/// The administrator's levers, whoever pulls them, the API or the pages: each with a reason that is recorded with the cohort.
/// </summary>
public sealed class Levers(ICohortStore store, TimeProvider clock)
{
    public const string Suspend = "suspend";
    public const string Resume = "resume";
    public const string Terminate = "terminate";

    public static bool Has(string lever) => lever is Suspend or Resume or Terminate;

    public async Task<Outcome<PulledLever>> PullAsync(
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
            Suspend => client.SuspendInstanceAsync(instanceId, reason, cancellation),
            Resume => client.ResumeInstanceAsync(instanceId, reason, cancellation),
            Terminate => client.TerminateInstanceAsync(instanceId, reason, cancellation),
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
