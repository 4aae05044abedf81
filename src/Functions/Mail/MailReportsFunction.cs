using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Adapters.EventGrid;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Mail;

/// <summary>The webhook to which Event Grid posts what became of emails. Proven by a token of our tenant instead of a key.</summary>
public sealed class MailReportsFunction(
    DeliveryReportOptions options,
    EventGridCaller caller, DeliveryRecorder recorder, ICohortObserver observer, WebOptions web, TimeProvider clock)
{
    [Function("TakeMailReports")]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-reports")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (!options.AreTaken)
        {
            return Answer.Problem(
                StatusCodes.Status404NotFound, "No delivery reports are taken here",
                $"Nothing was changed. Set {DeliveryReportOptions.TenantSetting} and {DeliveryReportOptions.AudienceSetting} to "
                    + "take them.");
        }

        var proof = await caller.ProveAsync(request.Headers.Authorization, cancellation);
        if (proof == CallerProof.Unknown)
        {
            // Event Grid posts again after this; after a 403 it would drop the report.
            return Answer.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "The token's key is not known yet",
                "Nothing was changed. Post it again in a minute.");
        }

        if (proof != CallerProof.Proven)
        {
            return Answer.Problem(
                StatusCodes.Status403Forbidden, "Only Event Grid may post here",
                "Nothing was changed. The subscription has to send a token of this service's tenant, for its audience.");
        }

        var (bytes, refusal) = await Body.ReadAsync(request, web.MaxBodyBytes, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        return EventGridReports.Read(bytes) switch
        {
            null => Answer.Problem(
                StatusCodes.Status400BadRequest,
                "This is not an array of Event Grid events",
                "Nothing was changed. Choose the Event Grid schema for the subscription."),
            { ValidationCode: { } code } => Answer.Json(new { validationResponse = code }),
            var posted => await RecordAsync(posted, client, cancellation),
        };
    }

    private async Task<IResult> RecordAsync(EventGridReports posted, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var status in posted.Unknown)
        {
            observer.Problem(
                "-",
                $"A delivery report has the status {(status.All(char.IsAsciiLetter) && status.Length <= 40 ? status : "(unreadable)")}, "
                    + "which this version does not know.",
                clock.GetUtcNow());
        }

        var unknown = 0;
        foreach (var report in posted.Reports)
        {
            var recorded = await recorder.RecordAsync(report, cancellation);
            unknown += recorded.IsKnown ? 0 : 1;
            if (recorded.Nudges is { } cohortId)
            {
                await CohortOrchestration.NudgeAsync(client, cohortId, cancellation);
            }
        }

        // Event Grid posts again after a 404; those that are known by then change nothing.
        return unknown == 0
            ? Answer.Json(new { taken = posted.Reports.Count })
            : Answer.Problem(
                StatusCodes.Status404NotFound,
                "Nothing was sent under this id",
                $"{posted.Reports.Count - unknown} reports were taken, {unknown} are about messages that are not known here (yet). Post "
                    + "them again later.");
    }
}
