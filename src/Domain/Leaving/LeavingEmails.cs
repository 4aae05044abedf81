using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Leaving;

public static class LeavingEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [PartnerWithdrew, ParticipantWithdrew, Receipt, Removed, Leaving];

    public static readonly EmailDeclaration<PartnerFacts> PartnerWithdrew = new("partner-withdrew")
    {
        KeepsQuiet = true,
        FormKeyWith = facts => facts.MayWait ? WaitingForm.Declaration.Key : null,
        Values = c => Of(("ended", c.Day(c.Pair?.EndedAt ?? c.Now))),
    };

    /// <summary>To the coordinator. It does not say who it was.</summary>
    public static readonly EmailDeclaration<LeaverFacts> ParticipantWithdrew = new("participant-withdrew")
    {
        ValuesWith = (c, facts) => Of(
            ("pair", c.Pair is { } pair ? c.Scheme.Words.PairOf(pair.NumberInWords) : null),
            ("role", facts.Role),
            ("ended", c.When(c.Mail.PlannedAt))),
    };

    /// <summary>To somebody who has left and can still come back.</summary>
    public static readonly EmailDeclaration Leaving = new("leaving")
    {
        Form = ComeBackForm.Declaration,
        ReachesLeavers = true,
        Values = c => Of(("final_on", c.When(c.Person?.LeavesAt ?? c.Now))),
    };

    public static readonly EmailDeclaration Receipt = new("withdrawal-receipt")
    {
        Values = c => Of(("asked_on", c.When(c.Mail.PlannedAt))),
    };

    /// <summary>To somebody whom the coordinator took off the cohort.</summary>
    public static readonly EmailDeclaration Removed = new("removal-receipt")
    {
        Values = c => Of(("removed_on", c.When(c.Mail.PlannedAt))),
    };
}

/// <param name="MayWait">Its reader may choose whether to wait for another match.</param>
public sealed record PartnerFacts(bool MayWait);

public sealed record LeaverFacts(string Role);
