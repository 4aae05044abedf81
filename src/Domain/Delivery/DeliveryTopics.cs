using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Delivery;

/// <summary>What the coordinator reads about an email that did not arrive.</summary>
internal static class DeliveryTopics
{
    public static Dictionary<string, object?> Undelivered(EmailContext c)
    {
        var about = c.Mail.Facts["about"];
        var result = Enum.Parse<DeliveryResult>(c.Mail.Facts["result"]);
        var wrongAddress = result is DeliveryResult.Bounced or DeliveryResult.Suppressed;
        return EmailValues.Values(
            ("person", c.Cohort.FindPerson(about)?.Name ?? "someone who has left"),
            ("what_happened", result switch
            {
                DeliveryResult.Bounced => "the address does not exist, or its mail system refuses it",
                DeliveryResult.Suppressed => "mail to the address failed before, so it is not tried any more and we send nothing to it",
                DeliveryResult.Quarantined or DeliveryResult.FilteredSpam => "their mail system held it back as unwanted",
                _ => "their mail system did not take it",
            }),
            ("what_to_do", wrongAddress
                ? "ask them for the right address and correct it."
                : "ask them to look among the mail that was held back, and their IT department to let mail from this service through."),
            ("how_to_correct", wrongAddress ? $"PUT api/cohorts/{c.Definition.Id}/people/{about}/address with {{\"email\": …, \"reason\": …}}" : null));
    }
}
