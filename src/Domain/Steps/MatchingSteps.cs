using System.Globalization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Domain.Steps;

/// <summary>From the proposal at the deadline to the release, which only the coordinator makes.</summary>
internal static class MatchingSteps
{
    public static StepEffects Plan(StepContext c) => c.Step.Kind switch
    {
        StepKind.MatchesProposed when c.Cohort.Proposal is { } standing => new StepEffects { Mails = [Tell(c, standing)] },
        StepKind.MatchesProposed => Propose(c),
        StepKind.ReleaseReminder when c.Cohort.Proposal is { ReleasedAt: null } && !c.ToldSince("matches-proposed", "release-reminder") => new StepEffects { Mails = [c.ToCoordinator(Templates.ReleaseReminder)] },
        StepKind.ReleaseReminder => StepEffects.TooLate,
        _ => Release(c, c.Cohort.Proposal ?? throw new InvalidOperationException("The matches are released but there is no proposal.")),
    };

    /// <summary>A proposal, made again with the next version where somebody left since.</summary>
    internal static StepEffects Propose(StepContext c)
    {
        var proposal = ProposalMaker.Make(c.Cohort, (c.Cohort.Proposal?.Version ?? 0) + 1, c.Now);
        return new StepEffects { Proposal = proposal, Mails = [Tell(c, proposal)] };
    }

    private static OutboxMail Tell(StepContext c, Proposal proposal) =>
        c.ToCoordinator(Templates.MatchesProposed, null, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = proposal.Version.ToString(CultureInfo.InvariantCulture),
        });

    private static StepEffects Release(StepContext c, Proposal proposal)
    {
        var pairs = proposal.Pairs
            .Select((p, i) => new Pair
            {
                CohortId = proposal.CohortId,
                Id = string.Create(CultureInfo.InvariantCulture, $"pair-{i + 1:00}"),
                MentorId = p.MentorId,
                MenteeId = p.MenteeId,
                HasConflict = p.Conflicts > 0,
                ReleasedAt = proposal.ReleasedAt ?? c.Now,
            })
            .Where(p => Present(c, p.MentorId) && Present(c, p.MenteeId))
            .ToList();
        var unmatched = c.TakingPart.Where(p => !pairs.Exists(pair => pair.Includes(p.Id)) && !c.Cohort.PairsOf(p.Id).Any()).ToList();
        return new StepEffects
        {
            NewPairs = pairs,
            People = [.. unmatched.Select(p => new PersonChange(p.Id, stored => EndMentoring(stored, proposal.ReleasedAt ?? c.Now)))],
            Mails =
            [
                .. c.Both(pairs).Select(b => c.To(b.Person, Templates.Introduction, b.Pair)),
                .. unmatched.Select(p => c.To(p, Templates.NotMatched)),
            ],
        };
    }

    /// <summary>Starts the person's retention clock, once.</summary>
    internal static Person EndMentoring(Person person, DateTimeOffset at) => person.MentoringEndedAt is null ? person with { MentoringEndedAt = at } : person;

    private static bool Present(StepContext c, string personId) => c.Cohort.FindPerson(personId) is { TakesPart: true };
}
