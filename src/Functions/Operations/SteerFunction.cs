using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Operations;

/// <summary>The administrator's three levers, each pulled with a reason that is recorded with the cohort.</summary>
public sealed class SteerFunction(Levers levers, Calls calls)
{
    [Function("SteerOrchestration")]
    [ApiCall(
        ApiGroup.Operations, "Suspends, resumes or ends an orchestration", Refuses = [RefusalKind.Conflict, RefusalKind.NotFound])]
    [ApiParameter("instanceId", InspectFunctions.InstanceInWords)]
    [ApiParameter("lever", "What to do with it.", Words = [Levers.Suspend, Levers.Resume, Levers.Terminate])]
    [ApiBody("application/json", Body = typeof(SteerRequest))]
    [ApiAnswer(StatusCodes.Status202Accepted, "Done, and recorded with the cohort.", Body = typeof(PulledLever))]
    public Task<IResult> SteerAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/operations/orchestrations/{instanceId}/{lever}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string instanceId,
        string lever,
        CancellationToken cancellation) =>
        Levers.Has(lever)
            ? calls.AnswerAsync(
                request,
                fields => SteerRequest.Read(fields)
                    .ThenAsync(asked => levers.PullAsync(client, instanceId, lever, asked.Reason, cancellation)),
                pulled => Answer.Json(pulled, StatusCodes.Status202Accepted),
                cancellation)
            : Task.FromResult(Answer.Of(new Refusal(
                RefusalKind.NotFound, "There is no such lever", "Nothing was changed. There are suspend, resume and terminate.")));
}

/// <param name="Reason">Kept with the cohort.</param>
public sealed record SteerRequest(string Reason)
{
    public static Outcome<SteerRequest> Read(FieldReader fields) => fields.Done(new SteerRequest(fields.Text("reason", 500)));
}

/// <param name="At">UTC.</param>
public sealed record PulledLever(string InstanceId, string Lever, string Reason, DateTimeOffset At);
