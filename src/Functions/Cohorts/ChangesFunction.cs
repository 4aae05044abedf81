using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Extends the deadline, moves an event, pauses, resumes or cancels, each with a reason that is kept.</summary>
public sealed class ChangesFunction(CohortChanger changer, IPublicHolidays holidays, Calls calls)
{
    [Function("ChangeCohort")]
    [ApiCall(ApiGroup.Cohorts, "Extends the deadline, moves an event, pauses, resumes or cancels", Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(ChangeRequest))]
    [ApiAnswer(StatusCodes.Status200OK, "The change as it is kept with the cohort.", Body = typeof(ChangedCohort))]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/changes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            ChangeRequest.Read,
            async (cohort, asked) => (await changer.ChangeAsync(cohort, asked, cancellation))
                .Then<ChangedCohort>(changed => new ChangedCohort(id, changed.Changes[^1], New(cohort.Definition, changed.Definition))),
            changed => Answer.Json(changed));

    private IReadOnlyList<DateWarning> New(CohortDefinition old, CohortDefinition changed) =>
        [.. DateWarnings.Of(changed, holidays.Of(changed)).Except(DateWarnings.Of(old, holidays.Of(old)))];
}
