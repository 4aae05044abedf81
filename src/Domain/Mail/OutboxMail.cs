using System.Text.Json;
using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// One email in the outbox: it exists before it is sent, and its id says what it is, so planning it twice plans it once.
/// It holds ids; the text is made at the moment of sending.
/// </summary>
public sealed record OutboxMail : IDocument
{
    public const string OpenKind = "mail-open";
    public const string SettledKind = "mail";
    public const string CoordinatorId = "coordinator";
    private const string TeamPrefix = "team-";

    public required string CohortId { get; init; }

    public required string Id { get; init; }

    public required string Template { get; init; }

    /// <summary>The step that planned it, or what else did ("answer", "fresh-link").</summary>
    public required string StepId { get; init; }

    /// <summary>The recipient: a person's id, <see cref="CoordinatorId"/>, or somebody of the team (<see cref="TeamIdOf"/>).</summary>
    public required string PersonId { get; init; }

    public string? PairId { get; init; }

    /// <summary>The session, reflection or event number the text is about, counted from 1.</summary>
    public int Number { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public MailState State { get; init; }

    /// <summary>The wave that is sending it, and since when; another wave leaves it alone until the claim is old.</summary>
    public string? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>UTC; not to be tried again before. For an email that can't be written or sent while others may.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The id of the email to the same person that takes it along, should that leave before <see cref="NotBefore"/>.</summary>
    public string? TravelsWith { get; init; }

    /// <summary>The ids of those it takes along, in their order; put down before it is sent, so that a second try says the same.</summary>
    public IReadOnlyList<string>? Carries { get; init; }

    /// <summary>The id of the email it was a part of; null where it went by itself.</summary>
    public string? CarriedBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Why it was skipped or refused; no personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>What the provider reported after it took the email over; null: nothing so far.</summary>
    public DeliveryResult? Delivery { get; init; }

    /// <summary>UTC; the attempt that <see cref="Delivery"/> is about.</summary>
    public DateTimeOffset? DeliveryAt { get; init; }

    /// <summary>Facts for the text that nothing else stores, in the shape that the email declares; no personal data.</summary>
    public JsonElement? Facts { get; init; }

    /// <summary>It was skipped because nothing can be sent to the address; it is sent when the address is corrected.</summary>
    public bool WaitsForAddress { get; init; }

    /// <summary>The id of the email that it is a copy of, for a corrected address; null for every other.</summary>
    public string? CopyOf { get; init; }

    /// <summary>For a receipt to someone who is erased by the time it leaves; removed the moment it is settled.</summary>
    public DepartedRecipient? Departed { get; init; }

    public string Kind => State is MailState.Planned or MailState.Claimed ? OpenKind : SettledKind;

    [JsonIgnore]
    public bool IsOpen => Kind == OpenKind;

    [JsonIgnore]
    public bool IsForTeam => PersonId.StartsWith(TeamPrefix, StringComparison.Ordinal);

    /// <summary>What somebody of a cohort's team is called as a recipient; it says nothing of their address.</summary>
    public static string TeamIdOf(string email) => TeamPrefix + Digest.Of(EmailAddress.KeyOf(email))[..16];

    public bool MayBeTried(DateTimeOffset now) => NotBefore is null || NotBefore <= now;

    public static string IdOf(string stepId, string template, string personId, string? pairId = null) =>
        pairId is null ? $"mail-{stepId}-{template}-{personId}" : $"mail-{stepId}-{template}-{personId}-{pairId}";

    /// <summary>An email about to be planned, under the id that its step, template and recipient give.</summary>
    public static OutboxMail Planned(
        string cohortId, string stepId, string template, string personId, DateTimeOffset now, string? pairId = null) => new()
        {
            CohortId = cohortId,
            Id = IdOf(stepId, template, personId, pairId),
            Template = template,
            StepId = stepId,
            PersonId = personId,
            PairId = pairId,
            PlannedAt = now,
        };

    /// <summary>A copy to be sent to a corrected address.</summary>
    public OutboxMail Again(string id, DateTimeOffset since) => this with
    {
        Id = id,
        CopyOf = Id,
        State = MailState.Planned,
        PlannedAt = since,
        TravelsWith = null,
        Carries = null,
        CarriedBy = null,
        Attempts = 0,
        SettledAt = null,
        Reason = null,
        WaitsForAddress = false,
        Delivery = null,
        DeliveryAt = null,
    };

    public OutboxMail Settled(MailState state, DateTimeOffset at, string? reason, bool waitsForAddress = false) =>
        this with
        {
            State = state,
            SettledAt =
            at,
            Reason = reason,
            WaitsForAddress = waitsForAddress,
            ClaimedBy = null,
            ClaimedAt = null,
            Departed = null
        };
}

public enum MailState
{
    Planned,
    Claimed,
    Sent,

    /// <summary>No longer true when its turn came, or the recipient has left.</summary>
    Skipped,

    /// <summary>The provider will never take it.</summary>
    Refused,
}

/// <summary>The little that is kept, and only until the receipt has left.</summary>
public sealed record DepartedRecipient(string Name, string Email, string Role)
{
    /// <summary>Not gone, but moved from an address that was their own: from there they can say that the new one is theirs too.</summary>
    public bool MayConfirmMove { get; init; }

    /// <summary>Not gone, but not there yet: somebody who applied, or was put forward.</summary>
    public bool IsApplicant { get; init; }
}
