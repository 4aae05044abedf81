using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Delivery;

public static class DeliveryEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Undelivered, AddressChanged];

    /// <summary>Told to both addresses when somebody else moved a person to another one.</summary>
    public static readonly EmailDeclaration AddressChanged = new("address-changed") { IsRepeat = true };

    /// <summary>For the address that a person is moved from; null where nothing is delivered to it any more.</summary>
    /// <param name="person">As they were before.</param>
    /// <param name="move">One for each move; asked for again, it stays the one email.</param>
    public static OutboxMail? ToOldAddress(Person person, CohortSnapshot cohort, string move, DateTimeOffset now) =>
        person.SuppressedAt is not null ? null : OutboxMail.Planned(
            person.CohortId, $"moved-from-{move}", AddressChanged.Template, person.Id, now) with
        {
            Departed = new DepartedRecipient(person.GoesBy, person.Email, cohort.Scheme.Words.RoleOf(person.Roles))
            {
                MayConfirmMove = person.SealedBefore is null,
            },
        };

    /// <summary>For the address that a person was moved to; null where it is the one they always had.</summary>
    public static OutboxMail? ToNewAddress(Person person, DateTimeOffset now) =>
        person.SealedBefore is { } at && at == person.AddressSince
            ? OutboxMail.Planned(
                person.CohortId,
                string.Create(CultureInfo.InvariantCulture, $"moved-{at.UtcDateTime:yyyyMMddHHmmssfff}"),
                AddressChanged.Template,
                person.Id,
                now)
            : null;

    /// <summary>What the coordinator reads about an email that did not arrive.</summary>
    public static readonly EmailDeclaration<UndeliveredFacts> Undelivered = new("undelivered")
    {
        StaffPageWith = facts => IsAddressWrong(facts) ? (StaffPages.Address, facts.About) : null,
        ValuesWith = (c, facts) => Of(
            ("person", c.Cohort.FindPerson(facts.About)?.Name),
            ("result", facts.Result.ToString()),
            ("is_address_wrong", IsAddressWrong(facts))),
    };

    private static bool IsAddressWrong(UndeliveredFacts facts) => facts.Result is DeliveryResult.Bounced or DeliveryResult.Suppressed;
}

/// <param name="About">The id of the person whose email did not arrive.</param>
public sealed record UndeliveredFacts(string About, DeliveryResult Result);
