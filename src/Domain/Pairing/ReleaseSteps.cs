using System.Globalization;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Carries a release out: pairs at once, or questions of consent, as the scheme declares.</summary>
internal static class ReleaseSteps
{
    /// <summary>At the launch whoever was still hoping for one, a late joiner say, is told.</summary>
    public static readonly StepAddition OnLaunch = new(
        GatheringSteps.Day,
        c => c.Step.Id == c.Definition.Launch.StepName() && c.Cohort.Cohort.HasDone(Proposal.FirstRelease)
            ? WithoutMatch(c, [], c.Now)
            : Effects.Nothing);

    public static Effects Plan(StepContext c, Proposal proposal)
    {
        var at = proposal.ReleasedAt ?? c.Now;
        var fresh = proposal.Pairs.Select(Numbered).Where(p => !p.Kept && Present(c, p.MentorId) && Present(c, p.MenteeId)).ToList();
        var begun = c.Cohort.Scheme.Matching.AsksForConsent || IsRematch(c, proposal, at)
            ? Ask(c, proposal, fresh, at)
            : Introduce(c, fresh, at);
        return Ended(c, proposal, fresh, at).And(begun);
    }

    /// <summary>What a new pair brings with it, now or when the last consent is in.</summary>
    internal static Effects Introduce(StepContext c, IReadOnlyList<Pair> pairs)
    {
        var introductions = c.Both(pairs).Select(b => c.To(b.Person, PairingEmails.Introduction, b.Pair.Id)).ToList();
        return new Effects
        {
            Writes =
            [
                .. pairs.Select(p => Effects.Create(p) with
                {
                    Note = (observer, at) => observer.Matched(p.CohortId, p.Id, p.MentorId, p.MenteeId, at),
                }),
                .. c.Both(pairs).Where(b => b.Person.Match().Offered(b.Pair.Id) != b.Person)
                .Select(b => Effects.Change(b.Person, stored => stored.Match().Offered(b.Pair.Id))),
            ],
            Mails = [.. introductions],
        }.And(GatheringSteps.InviteToLaunchWith(c, introductions));
    }

    private static bool IsRematch(StepContext c, Proposal proposal, DateTimeOffset at) =>
        proposal.Again && Rematching.IsAtWork(c.Cohort, at);

    /// <summary>The clocks of those whom no match is for start, and they are told.</summary>
    /// <param name="tells">Whom of them to tell; null: everybody.</param>
    internal static Effects WithoutMatch(
        StepContext c, IReadOnlyList<ProposedPair> fresh, DateTimeOffset at, Func<Person, bool>? tells = null)
    {
        var unmatched = Unmatched(c, fresh).ToList();
        return unmatched.Count == 0 ? Effects.Nothing : new Effects
        {
            Writes = [.. unmatched.Select(p => Effects.Change(p, stored => stored.EndMentoring(at)))],
            Mails = [.. unmatched.Where(tells ?? (_ => true)).Select(p => c.To(p, PairingEmails.NotMatched))],
        };
    }

    private static Effects Introduce(StepContext c, List<ProposedPair> fresh, DateTimeOffset at) =>
        Introduce(c, [.. fresh.Select(p => new Pair
        {
            CohortId = c.Cohort.Cohort.CohortId,
            Id = p.PairId,
            MentorId = p.MentorId,
            MenteeId = p.MenteeId,
            HasConflict = p.Conflicts > 0,
            ReleasedAt = at,
        })]).And(WithoutMatch(c, fresh, at));

    /// <summary>
    /// With nobody to ask there is nothing to wait for: those without a match are told now, else when the last answer is in.
    /// </summary>
    private static Effects Ask(StepContext c, Proposal proposal, List<ProposedPair> fresh, DateTimeOffset at)
    {
        var scheme = c.Cohort.Scheme.Matching;
        // Whoever lost a partner is asked before anybody is introduced, and the junior person before the other hears of it.
        var consent = IsRematch(c, proposal, at) ? ConsentMode.MentorFirst : scheme.Consent;
        var asksBoth = consent == ConsentMode.Both;
        var stopped = WhoStopped(c, at);
        ConsentQuestion Question(string personId, bool asked) =>
            stopped.Contains(personId) ? ConsentQuestion.NotAsked with { Answer = ConsentAnswer.Declined, AnsweredAt = at }
            : asked ? ConsentQuestion.Ask(at, scheme.ConsentDays)
            : ConsentQuestion.NotAsked;
        var offers = fresh.Select(p => new MatchOffer
        {
            CohortId = c.Cohort.Cohort.CohortId,
            PairId = p.PairId,
            MentorId = p.MentorId,
            MenteeId = p.MenteeId,
            HasConflict = p.Conflicts > 0,
            Consent = consent,
            Version = proposal.Version,
            ReleasedAt = at,
            LastAnswerBy = ConsentQuestion.Deadline(at, scheme.ConsentDays * (asksBoth ? 1 : 2)),
            Mentor = Question(p.MentorId, asked: true),
            Mentee = Question(p.MenteeId, asksBoth),
        }).ToList();
        var asked = from offer in offers
                    from id in new[] { offer.MentorId, offer.MenteeId }
                    where offer.QuestionOf(id).AskedAt is not null
                    select (Offer: offer, Id: id);
        return offers.Count == 0 ? WithoutMatch(c, fresh, at) : new Effects
        {
            Writes =
            [
                .. offers.Select(Effects.Create),
                .. from offer in offers
                   from person in new[] { c.Cohort.FindPerson(offer.MentorId)!, c.Cohort.FindPerson(offer.MenteeId)! }
                   where person.Offered(offer.PairId) != person
                   select Effects.Change(person, stored => stored.Offered(offer.PairId)),
            ],
            Mails = [.. asked.Select(a => c.To(c.Cohort.FindPerson(a.Id)!, PairingEmails.Offer, a.Offer.PairId))],
        };
    }

    /// <summary>
    /// Those who declined a match that is not given up yet, and wish for no other: nobody may see it, so a match can still be released for
    /// them; they are not asked again, and it comes to nothing in its time.
    /// </summary>
    private static HashSet<string> WhoStopped(StepContext c, DateTimeOffset at) =>
    [
        .. from offer in c.Cohort.Offers
           where offer.IsOpen || offer.ClosedAt == at
           from id in new[] { offer.MentorId, offer.MenteeId }
           where offer.QuestionOf(id) is { Answer: ConsentAnswer.Declined, WouldWait: false }
           select id,
    ];

    /// <summary>Released matches that this release ends. Whoever gets no other is put on the waiting list.</summary>
    private static Effects Ended(StepContext c, Proposal proposal, List<ProposedPair> fresh, DateTimeOffset at)
    {
        var ids = proposal.Ends.Select(e => e.PairId).ToHashSet(StringComparer.Ordinal);
        var pairs = c.Cohort.Pairs.Where(p => ids.Contains(p.Id)).ToList();
        var offers = c.Cohort.Offers.Where(o => ids.Contains(o.PairId) && pairs.TrueForAll(p => p.Id != o.PairId)).ToList();
        var left = c.Both(pairs).Select(b => b.Person)
            .Concat(offers.SelectMany(o => ConsentSteps.ThoseWhoKnow(c, o)))
            .Where(p => fresh.TrueForAll(f => f.MentorId != p.Id && f.MenteeId != p.Id))
            .DistinctBy(p => p.Id);
        return new Effects
        {
            Writes =
            [
                .. left.Select(p => Effects.Change(p, stored => stored.EndMentoring(at).Wait(at))),
                .. offers.SelectMany(o => ConsentSteps.Wishes(c, o, at)),
                .. pairs.Select(p => Effects.Change(p, stored => stored.End(at))),
                .. offers.Select(o => Effects.Change(o, stored => stored.Closed(at))),
            ],
            Mails =
            [
                .. c.Both(pairs).Select(b => c.To(b.Person, PairingEmails.PairingEnded, b.Pair.Id)),
                .. offers.SelectMany(o => ConsentSteps.ThoseWhoKnow(c, o).Select(p => c.To(p, PairingEmails.NotAvailable, o.PairId))),
            ],
        };
    }

    /// <summary>People whom no match is for, and who have not been told so yet.</summary>
    private static IEnumerable<Person> Unmatched(StepContext c, IReadOnlyList<ProposedPair> fresh) =>
        c.TakingPart.Where(p =>
            p is { Portrait: not null, MentoringEndedAt: null } && !c.Cohort.PairsOf(p.Id).Any() && !MatchingView.HasMatch(c.Cohort, p.Id)
            && !Includes(fresh, p) && !MayYetBeMatched(c, p));

    /// <summary>
    /// Until the launch: somebody whose pen portrait came after the proposal was made, or whom one that waits for its release has a match
    /// for.
    /// </summary>
    private static bool MayYetBeMatched(StepContext c, Person person) =>
        !c.IsPast(c.Definition.Launch.At) && c.Cohort.Proposal is { } proposal
        && (MatchingView.JoinedSince(person, proposal) || (proposal.ReleasedAt is null && Includes(proposal.Pairs, person)));

    private static bool Includes(IReadOnlyList<ProposedPair> pairs, Person person) =>
        pairs.Any(p => p.MentorId == person.Id || p.MenteeId == person.Id);

    /// <summary>A pair of a proposal made before pairs were named in it is called by its place.</summary>
    private static ProposedPair Numbered(ProposedPair pair, int index) =>
        pair.PairId.Length > 0 ? pair : pair with { PairId = string.Create(CultureInfo.InvariantCulture, $"pair-{index + 1:00}") };

    private static bool Present(StepContext c, string personId) => c.Cohort.FindPerson(personId) is { TakesPart: true };
}
