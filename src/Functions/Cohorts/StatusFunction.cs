using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Where a cohort stands: what was done, what comes next and when, who it waits for. Counts and ids, no names.</summary>
public sealed class StatusFunction(CohortReader reader, ICohortStore store, TimeProvider clock)
{
    [Function("GetCohortStatus")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/status")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var now = clock.GetUtcNow();
        var timeline = MentoringProgramme.TimelineOf(cohort, now);
        var settled = await store.ListAsync<OutboxMail>(id, OutboxMail.SettledKind, cancellation);
        var next = timeline.DueNow ?? timeline.Steps.FirstOrDefault(s => s.State is StepState.Upcoming or StepState.Waiting);
        return Answer.Json(new
        {
            id,
            cohort.Definition.Name,
            cohort.Cohort.Status,
            cohort.Cohort.Paused,
            now,
            next = next is null ? null : Show(next, cohort),
            waitingFor = timeline.Steps.Where(s => s.State == StepState.Waiting).Select(s => s.WaitsFor).Distinct(),
            counts = new
            {
                people = cohort.People.Count,
                reverseMentors = cohort.People.Count(p => p.IsMentor),
                reverseMentees = cohort.People.Count(p => p.IsMentee),
                penPortraits = cohort.People.Count(p => p.Portrait is not null),
                pairs = cohort.Pairs.Count,
                pairsRunning = cohort.Pairs.Count(p => p.IsRunning),
                pairsCompleted = cohort.Pairs.Count(p => p.Completed),
                emailsWaiting = cohort.OpenMails,
                emailsSent = settled.Count(m => m.Value.State == MailState.Sent),
                emailsSkipped = settled.Count(m => m.Value.State == MailState.Skipped),
                emailsDelivered = settled.Count(m => m.Value.Delivery == DeliveryResult.Delivered),
                emailsRefused = settled.Count(m => m.Value.State == MailState.Refused),
            },
            refused = settled.Where(m => m.Value.State == MailState.Refused)
                .Select(m => new { m.Value.PersonId, m.Value.Template, m.Value.Reason }),
            undelivered = settled.Where(m => m.Value.Delivery is { } d && !DeliveryRules.Arrived(d))
                .Select(m => new { m.Value.PersonId, m.Value.Template, m.Value.Delivery, at = m.Value.DeliveryAt }),
            suppressed = cohort.People.Where(p => p.SuppressedAt is not null).Select(p => p.Id)
                .Concat(cohort.Cohort.CoordinatorSuppressedAt is null ? [] : [OutboxMail.CoordinatorId]),
            timeline = timeline.Steps.Select(s => Show(s, cohort)),
        });
    }

    private static object Show(TimelineStep step, CohortSnapshot cohort) => new
    {
        step.Id,
        step.Name,
        step.State,
        step.Due,
        dueInWords = step.Due is { } due ? InWords.DateAndTime(due, cohort.Definition.Zone) : null,
        step.DoneAt,
        step.WaitsFor,
    };
}
