using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>From the proposal at the deadline to the release, which only the coordinator makes.</summary>
public static class ProposalSteps
{
    /// <summary>Days before (negative) or after releaseBy at which the coordinator is reminded while nothing is released.</summary>
    private static readonly int[] ReminderDays = [-2, 1, 3, 7, 14, 21, 28];

    /// <summary>Days after a later proposal at which the coordinator is reminded of it.</summary>
    private static readonly int[] LaterReminderDays = [3, 7];

    internal static IReadOnlyList<StepDeclaration> All => [Proposed, Reminder, Release];

    public static readonly StepDeclaration Proposed = new()
    {
        Kind = "matches-proposed",
        Order = 90,
        WaitsForLate = true,
        OnDayOff = DayOff.MailWaits,
        ForeseenMails = _ => 1,
        Occurs = (step, cohort, _) =>
        [
            step.Once(
                cohort.Instant(cohort.Definition.PortraitDeadline),
                EnrolmentSteps.Deadline.IsDone(cohort.Cohort) ? null : "the pen-portrait deadline"),
        ],
        Plan = c => c.Cohort.Proposal is { } standing ? Effects.Mail([Tell(c, standing)]) : Propose(c),
    };

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "release-reminder",
        Order = 100,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Reminders(cohort).Concat(LaterReminders(cohort)),
        Plan = c => c.Cohort.Proposal is { ReleasedAt: null } && !c.ToldSince(Proposed, c.Step.Declaration!)
            ? Effects.Mail([c.ToCoordinator(PairingEmails.ReleaseReminder)])
            : Effects.TooLate,
    };

    public static readonly StepDeclaration Release = new()
    {
        Kind = Proposal.FirstRelease,
        Order = 110,
        ForeseenMails = cohort => cohort.People.Count(p => p.TakesPart),
        Occurs = (step, cohort, _) => Releases(cohort),
        Plan = c => ReleaseSteps.Plan(
            c, c.Cohort.Proposal ?? throw new InvalidOperationException("The matches are released but there is no proposal.")),
    };

    /// <summary>A proposal, made again with the next version where somebody left since.</summary>
    internal static Effects Propose(StepContext c)
    {
        var proposal = ProposalMaker.Make(c.Cohort, ProposalRules.NextVersion(c.Cohort), c.Now);
        return new Effects { Writes = [Effects.Put(proposal)], Mails = [Tell(c, proposal)] };
    }

    private static OutboxMail Tell(StepContext c, Proposal proposal) =>
        c.ToCoordinator(PairingEmails.Proposed, new ProposalFacts(proposal.Version));

    private static IEnumerable<StepOccurrence> Reminders(CohortSnapshot cohort)
    {
        if (cohort.Cohort.HasDone(Proposal.FirstRelease) || cohort.Proposal?.ReleasedAt is not null)
        {
            return [];
        }

        var waitsFor = cohort.Proposal is null ? "the proposal" : null;
        return from reminder in ReminderDays.Select((days, i) => (Days: days, Number: i + 1))
               let at = cohort.Definition.ReleaseBy.AddDays(reminder.Days)
               where at > cohort.Definition.PortraitDeadline
               select Reminder.About(
                   reminder.Number.ToString(CultureInfo.InvariantCulture), cohort.Instant(at), waitsFor) with
               {
                   Number = reminder.Number,
                   Deadline = reminder.Days < 0 ? cohort.Instant(cohort.Definition.ReleaseBy) : null,
               };
    }

    private static IEnumerable<StepOccurrence> LaterReminders(CohortSnapshot cohort) =>
        cohort.Proposal is { Again: true, ReleasedAt: null } proposal && (proposal.Pairs.Any(p => !p.Kept) || proposal.Ends.Count > 0)
            ? from days in LaterReminderDays
              let at = proposal.ProposedAt.AddDays(days)
              let until = Rematching.IsAtWork(cohort, proposal.ProposedAt) ? Rematching.Until(cohort) : Rematching.Launch(cohort)
              where at < until
              select Reminder.About(string.Create(CultureInfo.InvariantCulture, $"v{proposal.Version}-{days}"), at) with
              {
                  Deadline = until,
              }
            : [];

    /// <summary>The first has the plain name; one of a later proposal is called after its version.</summary>
    private static IEnumerable<StepOccurrence> Releases(CohortSnapshot cohort)
    {
        const string Coordinator = "the coordinator to release the matches";
        var released = cohort.Proposal?.ReleasedAt;

        // Before there is a proposal nobody waits for its release.
        var proposed = cohort.Proposal is null ? cohort.Instant(cohort.Definition.PortraitDeadline) : (DateTimeOffset?)null;
        yield return Release.Once(released ?? proposed, released is null ? Coordinator : null);
        if (cohort.Proposal is { Again: true } proposal)
        {
            yield return new StepOccurrence(proposal.ReleaseStep, Release.Kind, released)
            {
                WaitsFor = released is null ? Coordinator : null,
            };
        }
    }
}
