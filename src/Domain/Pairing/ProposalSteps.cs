using System.Globalization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>From the proposal at the deadline to the release, which only the coordinator makes.</summary>
internal static class MatchingSteps
{
    public static Effects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.MatchesProposed when c.Cohort.Proposal is { } standing => new Effects { Mails = [Tell(c, standing)] },
        StepKind.MatchesProposed => Propose(c),
        StepKind.ReleaseReminder when c.Cohort.Proposal is { ReleasedAt: null } && !c.ToldSince("matches-proposed", "release-reminder") => new Effects { Mails = [c.ToCoordinator(Templates.ReleaseReminder)] },
        StepKind.ReleaseReminder => Effects.TooLate,
        _ => ReleaseSteps.Plan(c, c.Cohort.Proposal ?? throw new InvalidOperationException("The matches are released but there is no proposal.")),
    };

    /// <summary>A proposal, made again with the next version where somebody left since.</summary>
    internal static Effects Propose(StepContext c)
    {
        var proposal = ProposalMaker.Make(c.Cohort, ProposalRules.NextVersion(c.Cohort), c.Now);
        return new Effects { Proposal = proposal, Mails = [Tell(c, proposal)] };
    }

    private static OutboxMail Tell(StepContext c, Proposal proposal) =>
        c.ToCoordinator(Templates.MatchesProposed, null, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = proposal.Version.ToString(CultureInfo.InvariantCulture),
        });

    /// <summary>Starts the person's retention clock, once.</summary>
    internal static Person EndMentoring(Person person, DateTimeOffset at) => person.MentoringEndedAt is null ? person with { MentoringEndedAt = at } : person;

    /// <summary>No match came about for somebody who was willing: they are considered again unless they say otherwise.</summary>
    internal static Person Wait(Person person, DateTimeOffset at) => person.WaitingSince is null ? person with { WaitingSince = at } : person;

    /// <summary>In a pair now: neither waiting nor about to be erased.</summary>
    internal static Person Matched(Person person) =>
        person is { MentoringEndedAt: null, WaitingSince: null } ? person : person with { MentoringEndedAt = null, WaitingSince = null };
}
