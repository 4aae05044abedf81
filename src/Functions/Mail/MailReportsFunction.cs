using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Adapters.EventGrid;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Mail;

/// <summary>The webhook to which Event Grid posts what became of emails. Proven by a token of our tenant instead of a key.</summary>
public sealed class MailReportsFunction(
    DeliveryReportOptions options,
    EventGridCaller caller, DeliveryRecorder recorder, ICohortObserver observer, WebOptions web, TimeProvider clock)
{
    [Function("TakeMailReports")]
    [ApiCall(
        ApiGroup.Service,
        "Takes delivery reports of emails from Event Grid",
        Description = "Instead of a key, a bearer token that the service's own Microsoft Entra tenant issued to Event Grid for "
            + $"{DeliveryReportOptions.AudienceSetting}.",
        Refuses = [RefusalKind.Unreadable, RefusalKind.NotFound, RefusalKind.NotAllowed, RefusalKind.Later])]
    [ApiBody("application/json", Description = "An array of Event Grid events.")]
    [ApiAnswer(
        StatusCodes.Status200OK, "The validation code to give back, or how many reports were taken.", Body = typeof(TakenReports))]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail-reports")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (!options.AreTaken)
        {
            return Refuse(
                RefusalKind.NotFound, "No delivery reports are taken here",
                $"Nothing was changed. Set {DeliveryReportOptions.TenantSetting} and {DeliveryReportOptions.AudienceSetting} to "
                    + "take them.");
        }

        var proof = await caller.ProveAsync(request.Headers.Authorization, cancellation);
        if (proof == CallerProof.Unknown)
        {
            // Event Grid posts again after this; after a 403 it would drop the report.
            return Refuse(
                RefusalKind.Later,
                "The token's key is not known yet",
                "Nothing was changed. Post it again in a minute.");
        }

        if (proof != CallerProof.Proven)
        {
            return Refuse(
                RefusalKind.NotAllowed, "Only Event Grid may post here",
                "Nothing was changed. The subscription has to send a token of this service's tenant, for its audience.");
        }

        var bytes = await Body.ReadAsync(request, web.MaxBodyBytes, cancellation);
        if (!bytes.Succeeded)
        {
            return Answer.Of(bytes.Refusal);
        }

        return EventGridReports.Read(bytes.Value) switch
        {
            null => Refuse(
                RefusalKind.Unreadable,
                "This is not an array of Event Grid events",
                "Nothing was changed. Choose the Event Grid schema for the subscription."),
            { ValidationCode: { } code } => Answer.Json(new TakenReports(null, code)),
            var posted => await RecordAsync(posted, client, cancellation),
        };
    }

    private static IResult Refuse(RefusalKind kind, string happened, string advice) => Answer.Of(new Refusal(kind, happened, advice));

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
            ? Answer.Json(new TakenReports(posted.Reports.Count, null))
            : Refuse(
                RefusalKind.NotFound,
                "Nothing was sent under this id",
                $"{posted.Reports.Count - unknown} reports were taken, {unknown} are about messages that are not known here (yet). Post "
                    + "them again later.");
    }
}

/// <param name="Taken">How many reports were taken.</param>
/// <param name="ValidationResponse">The code that Event Grid wants back when the subscription is made.</param>
public sealed record TakenReports(int? Taken, string? ValidationResponse);
