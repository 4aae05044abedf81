using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Operations;

/// <summary>The administrator's three levers, each pulled with a reason that is recorded with the cohort.</summary>
public sealed class SteerFunction(ICohortStore store, WebOptions web, TimeProvider clock)
{
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
            return Answer.Problem(
                StatusCodes.Status404NotFound, "There is no such lever", "Nothing was changed. There are suspend, resume and terminate.");
        }

        return await Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var problems = new List<Problem>();
            var fields = new FieldReader(json, "", problems);
            var reason = fields.Text("reason", 500);
            fields.RefuseUnknown();
            if (problems.Count > 0)
            {
                return Answer.Invalid(problems);
            }

            if (await client.GetInstanceAsync(instanceId, cancellation) is not { } instance)
            {
                return InspectFunctions.NoInstance();
            }

            if (instance.IsCompleted)
            {
                return Answer.Conflict($"This orchestration has ended ({instance.RuntimeStatus}); there is nothing to {lever}.");
            }

            await RecordAsync(instanceId, lever, reason, cancellation);
            await PullAsync(client, instanceId, lever, reason, cancellation);
            return Answer.Json(new { instanceId, lever, reason, at = clock.GetUtcNow() }, StatusCodes.Status202Accepted);
        }, cancellation);
    }

    private static Task PullAsync(
        DurableTaskClient client, string instanceId, string lever, string reason, CancellationToken cancellation) => lever switch
        {
            "suspend" => client.SuspendInstanceAsync(instanceId, reason, cancellation),
            "resume" => client.ResumeInstanceAsync(instanceId, reason, cancellation),
            "terminate" => client.TerminateInstanceAsync(instanceId, reason, cancellation),
            _ => throw new ArgumentException("There is no such lever.", nameof(lever)),
        };

    private Task RecordAsync(string instanceId, string lever, string reason, CancellationToken cancellation)
    {
        var main = instanceId.Split(':')[0];
        var cohortId = main.StartsWith("cohort-", StringComparison.Ordinal) ? main["cohort-".Length..] : main;
        var change = new AppliedChange(clock.GetUtcNow(), $"{lever} orchestration {instanceId}", null, null, reason);
        return store.UpdateAsync<Cohort>(cohortId, Cohort.DocumentId, c => c with { Changes = [.. c.Changes, change] }, cancellation);
    }
}
