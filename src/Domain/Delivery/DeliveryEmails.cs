using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Delivery;

public static class DeliveryEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Undelivered];

    /// <summary>What the coordinator reads about an email that did not arrive.</summary>
    public static readonly EmailDeclaration<UndeliveredFacts> Undelivered = new("undelivered")
    {
        ValuesWith = (c, facts) =>
        {
            var isAddressWrong = facts.Result is DeliveryResult.Bounced or DeliveryResult.Suppressed;
            return Of(
                ("person", c.Cohort.FindPerson(facts.About)?.Name),
                ("result", facts.Result.ToString()),
                ("how_to_correct", isAddressWrong
                    ? $"PUT api/cohorts/{c.Definition.Id}/people/{facts.About}/address with {{\"email\": …, \"reason\": …}}"
                    : null));
        },
    };
}

/// <param name="About">The id of the person whose email did not arrive.</param>
public sealed record UndeliveredFacts(string About, DeliveryResult Result);
