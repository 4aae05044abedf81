using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>Somebody withdrew (J28): their data goes now, their pair ends, the partner and the coordinator are told.</summary>
public static class LeavingSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Withdrawal, Leaving, Final, Returned];

    /// <summary>
    /// Somebody left who can still come back: they hear how, and a proposal that names them is made anew. Nobody else hears of it yet.
    /// </summary>
    public static readonly StepDeclaration Leaving = new()
    {
        Kind = "leaving",
        Order = 8,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        GoesBeforeMail = true,
        IsConfidential = true,
        Occurs = (step, cohort, _) => Leavers(cohort)
            .Select(l => step.About(IdOf(l.Person, l.Final), l.Final - WithdrawForm.TimeToComeBack) with { PersonId = l.Person.Id }),
        Plan = c => c.Cohort.FindPerson(c.Step.PersonId ?? "") is { IsLeaving: true } leaver
            ? Effects.Mail([c.To(leaver, LeavingEmails.Leaving)]).And(Reproposed(c, leaver))
            : Effects.Nothing,
    };

    /// <summary>They did not come back: from now on they have withdrawn, with all that follows from it.</summary>
    public static readonly StepDeclaration Final = new()
    {
        Kind = "leaving-final",
        Order = 9,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        GoesBeforeMail = true,
        OutlivesStop = true,
        IsConfidential = true,
        Occurs = (step, cohort, _) => Leavers(cohort)
            .Select(l => step.About(IdOf(l.Person, l.Final), l.Final) with { PersonId = l.Person.Id }),
        Plan = c => c.Cohort.FindPerson(c.Step.PersonId ?? "") is { IsLeaving: true } leaver
            ? Effects.Write(Effects.Change(
                leaver, stored => stored.LeavesAt is { } final && final <= c.Now ? stored.Withdraw(final) : stored))
            : Effects.Nothing,
    };

    /// <summary>They came back: a proposal that was made without them is made anew.</summary>
    public static readonly StepDeclaration Returned = new()
    {
        Kind = "returned",
        Order = 11,
        IsHeldByPause = false,
        IsConfidential = true,
        Occurs = (step, cohort, _) => from person in cohort.Groups.CameBack
                                      let back = person.CameBackAt ?? default
                                      select step.About(IdOf(person, back), back) with { PersonId = person.Id },
        Plan = c => c.Cohort is { Proposal: { ReleasedAt: null } proposal }
            && c.Cohort.FindPerson(c.Step.PersonId ?? "") is { TakesPart: true, Portrait: not null } person
            && !Names(proposal, person.Id) && MayBeMadeAgain(c, proposal)
            ? ProposalSteps.Propose(c)
            : Effects.Nothing,
    };

    public static readonly StepDeclaration Withdrawal = new()
    {
        Kind = "withdrawal",
        Order = 10,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        GoesBeforeMail = true,
        OutlivesStop = true,
        Occurs = (step, cohort, _) => cohort.Groups.Withdrawn
            .Select(p => step.About(p.Id, p.WithdrawnAt) with { PersonId = p.Id }),
        Plan = Plan,
    };

    private static Effects Plan(StepContext c)
    {
        var leaver = c.Cohort.FindPerson(c.Step.PersonId ?? "")
            ?? throw new InvalidOperationException("The person of this withdrawal is not stored.");
        var at = leaver.WithdrawnAt ?? c.Now;
        // A pair that this very withdrawal ended counts still: the step may be taken up again after a crash, before the partner's clock was
        // set.
        var pairs = c.Cohort.PairsOf(leaver.Id).Where(p => p.IsRunning || p.EndedAt == at).ToList();
        var offers = c.Cohort.Offers
            .Where(o => o.Includes(leaver.Id) && o.ClosedAt is null && c.Cohort.Pairs.All(p => p.Id != o.PairId)).ToList();
        var again = Reproposed(c, leaver);
        var told = TellPartners(c, leaver, pairs, at).And(TellAsked(c, leaver, offers, at));
        return new Effects
        {
            Mails =
            [
                .. told.Mails,
                c.ToCoordinator(
                    LeavingEmails.ParticipantWithdrew,
                    new LeaverFacts(c.Cohort.Scheme.Words.RoleOf(leaver.Roles)),
                    pairs.Count > 0 ? pairs[0].Id : null),
                .. again.Mails,
            ],
            Writes =
            [
                .. again.Writes,
                .. told.Writes,
                // Whoever was taken off can be added again; whoever left is not written to again.
                .. leaver.IsRemoved ? [] : new[] { Effects.Create(LeftAddress.Of(leaver, RetentionClock.LastOf(c.Definition))) },
                .. pairs.Select(p => Effects.Change(p, stored => stored.End(at))),
                .. offers.Select(o => Effects.Change(o, stored => stored.Closed(at))),
            ],
            Erasures =
            [
                new Erasure(
                    leaver.Id,
                    leaver.IsRemoved ? ErasureReason.Removed : ErasureReason.Withdrawal,
                    stored => stored.WithdrawnAt is not null,
                    c.ToDeparted(leaver, leaver.IsRemoved ? LeavingEmails.Removed : LeavingEmails.Receipt)),
            ],
        };
    }

    /// <summary>
    /// While they can be matched again, their email leads to the choice whether they wish to be. Until the launch they are unless they say
    /// otherwise.
    /// </summary>
    private static Effects TellPartners(StepContext c, Person leaver, List<Pair> pairs, DateTimeOffset at)
    {
        var beforeLaunch = !c.IsPast(c.Definition.Launch.At);
        var mayWait = c.Now < Rematching.Until(c.Cohort);
        var partners = pairs.Select(p => (Pair: p, Person: c.Cohort.FindPerson(p.PartnerOf(leaver.Id))))
            .Where(x => x.Person is { TakesPart: true }).ToList();
        return new Effects
        {
            Mails = [.. partners.Select(
                x => c.To(x.Person!, LeavingEmails.PartnerWithdrew, new PartnerFacts(MayWait: mayWait), x.Pair.Id))],
            Writes =
            [
                .. partners.Where(x => !HasAnotherPair(c, x.Person!, x.Pair.Id)).Select(x => Effects.Change(
                    x.Person!, stored => beforeLaunch ? stored.EndMentoring(at).Wait(at) : stored.EndMentoring(at))),
            ],
        };
    }

    private static Effects TellAsked(StepContext c, Person leaver, List<MatchOffer> offers, DateTimeOffset at)
    {
        var told = offers.SelectMany(o => ConsentSteps.ThoseWhoKnow(c, o).Where(p => p.Id != leaver.Id).Select(p => (Offer: o, Person: p)))
            .ToList();
        return new Effects
        {
            Mails = [.. told.Select(x => c.To(x.Person, PairingEmails.NotAvailable, x.Offer.PairId))],
            Writes =
            [
                .. told.Select(x => Effects.Change(x.Person, stored => stored.Wait(at))),
                .. offers.SelectMany(o => ConsentSteps.Wishes(c, o, at)),
            ],
        };
    }

    private static bool HasAnotherPair(StepContext c, Person partner, string endedPairId) =>
        c.Cohort.PairsOf(partner.Id).Any(p => p.IsRunning && p.Id != endedPairId);

    /// <summary>A proposal that still names the leaver is made again, without them, before anyone can release it.</summary>
    private static Effects Reproposed(StepContext c, Person leaver) =>
        c.Cohort.Proposal is { ReleasedAt: null } proposal
            && Names(proposal, leaver.Id)
            && MayBeMadeAgain(c, proposal)
            ? ProposalSteps.Propose(Without(c, leaver))
            : Effects.Nothing;

    /// <summary>The cohort as it will stand once the leaver's matches have ended.</summary>
    private static StepContext Without(StepContext c, Person leaver) => c with
    {
        Cohort = c.Cohort with
        {
            Pairs = [.. c.Cohort.Pairs.Select(p => p.Includes(leaver.Id) ? p.End(c.Now) : p)],
            Offers = [.. c.Cohort.Offers.Select(o => o.Includes(leaver.Id) ? o.Closed(c.Now) : o)],
        },
    };

    private static bool MayBeMadeAgain(StepContext c, Proposal proposal) => !(proposal.Again && c.Now >= Rematching.Until(c.Cohort));

    private static IEnumerable<(Person Person, DateTimeOffset Final)> Leavers(CohortSnapshot cohort) =>
        from person in cohort.Groups.Leaving
        select (person, person.LeavesAt ?? default);

    /// <summary>Whoever leaves, comes back and leaves again takes two steps.</summary>
    private static string IdOf(Person person, DateTimeOffset at) => $"{person.Id}-{StepDeclaration.Stamp(at)}";

    private static bool Names(Proposal proposal, string personId) =>
        proposal.Pairs.Any(p => p.MentorId == personId || p.MenteeId == personId) || proposal.LeftOut.Any(l => l.PersonId == personId);
}
