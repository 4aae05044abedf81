using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Matching;

/// <summary>Pauses one pair, lets it go on, or ends it.</summary>
public sealed class PairFunction(PairDesk desk, Calls calls)
{
    [Function("DecidePair")]
    [ApiCall(
        ApiGroup.Matching,
        "Pauses one pair, resumes or ends it",
        Description = "Of a pause nobody is told by the service; of an end both are, and until the launch both can be matched again.",
        Refuses = [RefusalKind.Conflict, RefusalKind.NotFound])]
    [ApiParameter("pairId", "The pair's id, such as pair-07.")]
    [ApiBody("application/json", Body = typeof(PairDecision))]
    [ApiAnswer(StatusCodes.Status200OK, "The pair as it stands now.", Body = typeof(DecidedPair))]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/pairs/{pairId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string pairId,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            PairDecision.Read,
            (cohort, asked) => desk.DecideAsync(cohort, pairId, asked, cancellation),
            pair => Answer.Json(new DecidedPair(id, pair.Id, pair.IsPaused, pair.EndAskedAt ?? pair.EndedAt)));
}

/// <param name="Id">The cohort's.</param>
/// <param name="EndedAt">UTC; null while it runs.</param>
public sealed record DecidedPair(string Id, string Pair, bool Paused, DateTimeOffset? EndedAt);
