using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Recruiting;

/// <summary>The queue of applications, and the answer to one.</summary>
public sealed class ApplicationsFunctions(Calls calls, ApplicationDesk desk)
{
    [Function("ListApplications")]
    [ApiCall(ApiGroup.Cohorts, "Applications that wait for an answer, people who help, and who applied in counts")]
    [ApiAnswer(StatusCodes.Status200OK, "The oldest first.", Body = typeof(ListedApplications))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/applications")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            async (CohortSnapshot cohort) => Outcome.Of(await desk.ListAsync(cohort, cancellation)), listed => Answer.Json(listed));

    [Function("AnswerApplication")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Accepts an application, or declines it kindly",
        Description = "Who is accepted is in the cohort as if added, is invited with the others, and is told at once where invitations "
            + "have not gone out. Who is declined is told in the scheme's words, with yours and with other ways to help. The reason is "
            + "for the record alone.",
        Refuses = [RefusalKind.Conflict])]
    [ApiParameter("applicationId", "The application's id.")]
    [ApiBody("application/json", Body = typeof(ApplicationDecision))]
    [ApiAnswer(StatusCodes.Status200OK, "It is answered, and the person is told.", Body = typeof(AnsweredApplication))]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/applications/{applicationId}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string applicationId,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            ApplicationDecision.Read,
            (cohort, asked) => desk.AnswerAsync(cohort, applicationId, asked, cancellation),
            answered => Answer.Json(answered));
}
