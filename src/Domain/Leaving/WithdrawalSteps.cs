using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Leaving;

/// <summary>Somebody withdrew (J28): their data goes now, their pair ends, the partner and the coordinator are told.</summary>
internal static class WithdrawalSteps
{
    public static Effects Plan(StepContext c)
    {
        var leaver = c.Cohort.FindPerson(c.Step.PersonId ?? "") ?? throw new InvalidOperationException("The person of this withdrawal is not stored.");
        var at = leaver.WithdrawnAt ?? c.Now;
        // A pair that this very withdrawal ended counts still: the step may be taken up again after a crash, before the partner's clock was set.
        var pairs = c.Cohort.PairsOf(leaver.Id).Where(p => p.IsRunning || p.EndedAt == at).ToList();
        var partners = pairs.Select(p => (Pair: p, Person: c.Cohort.FindPerson(p.PartnerOf(leaver.Id)))).Where(x => x.Person is { TakesPart: true }).ToList();
        var offers = c.Cohort.Offers.Where(o => o.Includes(leaver.Id) && !o.IsDeclined && o.ClosedAt is null && c.Cohort.Pairs.All(p => p.Id != o.PairId)).ToList();
        var told = offers.SelectMany(o => ConsentSteps.ToldOf(c, o).Where(p => p.Id != leaver.Id).Select(p => (Offer: o, Person: p))).ToList();
        var beforeLaunch = !c.IsPast(c.Definition.Launch.At);
        var again = Reproposed(c, leaver);
        return again with
        {
            Mails =
            [
                .. partners.Select(x => c.To(x.Person!, Templates.PartnerWithdrew, x.Pair, beforeLaunch ? Waiting : null)),
                .. told.Select(x => c.About(x.Person, Templates.MatchNotAvailable, x.Offer.PairId)),
                c.ToCoordinator(Templates.ParticipantWithdrew, pairs.Count > 0 ? pairs[0] : null, new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = leaver.RoleInWords }),
                .. again.Mails,
            ],
            Pairs = [.. pairs.Select(p => new PairChange(p.Id, stored => stored.IsRunning ? stored with { EndedAt = at } : stored))],
            Offers = [.. offers.Select(o => new OfferChange(o.PairId, stored => stored.Closed(at)))],
            People =
            [
                .. partners.Where(x => !HasAnotherPair(c, x.Person!, x.Pair.Id)).Select(x => new PersonChange(x.Person!.Id, stored =>
                    beforeLaunch ? MatchingSteps.Wait(MatchingSteps.EndMentoring(stored, at), at) : MatchingSteps.EndMentoring(stored, at))),
                .. told.Select(x => new PersonChange(x.Person.Id, stored => MatchingSteps.Wait(stored, at))),
            ],
            Erasures = [new Erasure(leaver.Id, ErasureReason.Withdrawal, stored => stored.WithdrawnAt is not null, c.ToDeparted(leaver, Templates.WithdrawalReceipt))],
        };
    }

    /// <summary>Until the launch they can be matched again, so their email leads to the choice whether they wish to be.</summary>
    private static readonly Dictionary<string, string> Waiting = new(StringComparer.Ordinal) { [LinkLife.WaitingFact] = "yes" };

    private static bool HasAnotherPair(StepContext c, Person partner, string endedPairId) =>
        c.Cohort.PairsOf(partner.Id).Any(p => p.IsRunning && p.Id != endedPairId);

    /// <summary>A proposal that still names the leaver is made again, without them, before anyone can release it.</summary>
    private static Effects Reproposed(StepContext c, Person leaver) =>
        c.Cohort.Proposal is { ReleasedAt: null } proposal && Names(proposal, leaver.Id) && !(proposal.Again && c.IsPast(c.Definition.Launch.At)) ? MatchingSteps.Propose(Without(c, leaver)) : Effects.Nothing;

    /// <summary>The cohort as it will stand once the leaver's matches have ended.</summary>
    private static StepContext Without(StepContext c, Person leaver) => c with
    {
        Cohort = c.Cohort with
        {
            Pairs = [.. c.Cohort.Pairs.Select(p => p.Includes(leaver.Id) && p.IsRunning ? p with { EndedAt = c.Now } : p)],
            Offers = [.. c.Cohort.Offers.Select(o => o.Includes(leaver.Id) ? o.Closed(c.Now) : o)],
        },
    };

    private static bool Names(Proposal proposal, string personId) =>
        proposal.Pairs.Any(p => p.MentorId == personId || p.MenteeId == personId) || proposal.LeftOut.Any(l => l.PersonId == personId);
}
