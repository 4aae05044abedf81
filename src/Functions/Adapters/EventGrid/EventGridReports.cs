using System.Text.Json;
using Azure.Messaging.EventGrid;
using Azure.Messaging.EventGrid.SystemEvents;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Adapters.EventGrid;

/// <summary>
/// What Event Grid posts to a webhook: the question whether we want its events, or delivery reports of Communication Services.
/// </summary>
/// <param name="ValidationCode">To be given back when a subscription is made; null otherwise.</param>
/// <param name="Unknown">Statuses of reports that this version does not know.</param>
public sealed record EventGridReports(string? ValidationCode, IReadOnlyList<DeliveryReport> Reports, IReadOnlyList<string> Unknown)
{
    /// <returns>Null where the body is not an array of Event Grid events.</returns>
    public static EventGridReports? Read(byte[] body)
    {
        try
        {
            var (code, reports, unknown) = ((string?)null, new List<DeliveryReport>(), new List<string>());
            foreach (var posted in EventGridEvent.ParseMany(BinaryData.FromBytes(body)))
            {
                if (!posted.TryGetSystemEventData(out var data))
                {
                    continue;
                }

                switch (data)
                {
                    case SubscriptionValidationEventData validation:
                        code = validation.ValidationCode;
                        break;
                    case AcsEmailDeliveryReportReceivedEventData { MessageId.Length: > 0 } report when ResultOf(
                        report.Status) is { } result:
                        reports.Add(new DeliveryReport(
                            report.MessageId, result, (report.DeliveryAttemptTimestamp ?? posted.EventTime).ToUniversalTime()));
                        break;
                    case AcsEmailDeliveryReportReceivedEventData { Status: { } status }:
                        unknown.Add(status.ToString());
                        break;
                }
            }

            return new EventGridReports(code, reports, unknown);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            // Told to the caller as null: somebody posted something else.
            return null;
        }
    }

    private static DeliveryResult? ResultOf(AcsEmailDeliveryReportStatus? status) => status?.ToString() switch
    {
        "Delivered" or "Expanded" => DeliveryResult.Delivered,
        "Bounced" => DeliveryResult.Bounced,
        "Suppressed" => DeliveryResult.Suppressed,
        "Quarantined" => DeliveryResult.Quarantined,
        "FilteredSpam" => DeliveryResult.FilteredSpam,
        "Failed" => DeliveryResult.Failed,
        _ => null,
    };
}
