using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Gatherings;

/// <summary>A cohort's gatherings: who comes and who came, in counts.</summary>
public sealed class EventsFunction(AttendanceDesk desk, Calls calls)
{
    [Function("GetEvents")]
    [ApiCall(ApiGroup.Cohorts, "Lists the events with replies and attendance, in counts")]
    [ApiAnswer(StatusCodes.Status200OK, "The events, by date.", Body = typeof(CohortEvents))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/events")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => Task.FromResult<Outcome<CohortEvents>>(new CohortEvents(id, [.. cohort.Definition.Events.OrderBy(e => e.At)
                .Select(e => new EventState(e.StepName(), e, GatheringCounts.Of(cohort, e)))])),
            events => Answer.Json(events));

    [Function("PutAttendance")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Records who was at an event",
        Description = "Takes the place of what was recorded. From then on it is shown in counts alone. How to join, another date and "
            + "calling off are changes of the cohort.",
        Refuses = [RefusalKind.Conflict, RefusalKind.NotFound])]
    [ApiParameter("event", "The event's name, such as training-1 or launch.")]
    [ApiBody("application/json", Body = typeof(Attendance))]
    [ApiAnswer(StatusCodes.Status200OK, "The counts as they are now.", Body = typeof(GatheringCounts))]
    public Task<IResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/events/{event}/attendance")] HttpRequest request,
        string id, string @event, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            Attendance.Read,
            (cohort, asked) => desk.RecordAsync(cohort, @event, asked, cancellation),
            counts => Answer.Json(counts));
}

/// <param name="Id">The cohort's.</param>
public sealed record CohortEvents(string Id, IReadOnlyList<EventState> Events);

/// <param name="Name">Among the cohort's steps; changes and attendance name it so.</param>
public sealed record EventState(string Name, CohortEvent Event, GatheringCounts Counts);
