using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class MatchingStepsTests
{
    private static readonly DateTimeOffset ReleasedAt = Given.London("2023-03-06T12:00");

    [Fact]
    public void At_the_deadline_matches_are_proposed_to_the_coordinator_alone()
    {
        var effects = Given.Cohort().AllAnswered().Done("portrait-deadline").Plan("matches-proposed");
        Assert.Equal(["matches-proposed to coordinator"], effects.Emails());
        Assert.Equal((1, 2), (effects.Proposal!.Version, effects.Proposal!.Pairs.Count));
        Assert.Empty(effects.NewPairs);
    }

    [Fact]
    public void A_proposal_that_stands_is_told_again_and_not_made_again()
    {
        var effects = Given.Cohort()
            .AllAnswered().Proposed(("m1", "j1")).With(c => c with { Steps = [] }).Done("portrait-deadline").Plan("matches-proposed");
        Assert.Null(effects.Proposal);
        Assert.Equal("mail-matches-proposed-matches-proposed-coordinator", Assert.Single(effects.Mails).Id);
    }

    [Fact]
    public void The_coordinator_is_reminded_while_nothing_is_released()
    {
        var proposed = Given.Cohort().AllAnswered().Proposed(("m1", "j1"));
        Assert.Equal(["release-reminder to coordinator"], proposed.Plan("release-reminder-2").Emails());
        var released = proposed with { Proposal = proposed.Proposal! with { ReleasedAt = ReleasedAt } };
        Assert.Same(
            Effects.TooLate,
            MentoringProgramme.Declared.Plan(proposed.Step("release-reminder-2", ReleasedAt), released, ReadDocuments.None, ReleasedAt));
    }

    [Fact]
    public void After_an_outage_the_coordinator_is_reminded_once()
    {
        var late = Given.London("2023-03-15T09:00");
        var proposed = Given.Cohort().AllAnswered().Proposed(("m1", "j1"));
        Assert.Single(proposed.Plan("release-reminder-2", late).Mails);
        var after = proposed.With(c => c.WithDone(new("release-reminder-2", "release-reminder", Given.London("2023-03-07T17:00"), late)));
        Assert.Same(Effects.TooLate, after.Plan("release-reminder-3", late));
    }

    [Fact]
    public void A_release_makes_the_pairs_and_introduces_both_to_each_other()
    {
        var effects = Release(Given.Cohort().AllAnswered(), ("m1", "j1"), ("m2", "j2"));
        Assert.Equal(["pair-01 m1 j1", "pair-02 m2 j2"], effects.NewPairs.Select(p => $"{p.Id} {p.MentorId} {p.MenteeId}"));
        Assert.Equal(
            ["introduction to m1", "introduction to j1", "introduction to m2", "introduction to j2"], effects.Emails().Take(4));
        Assert.Equal(["pair-01", "pair-01", "pair-02", "pair-02"], effects.Mails.Take(4).Select(m => m.PairId));
        Assert.Empty(effects.People);
    }

    [Fact]
    public void The_invitation_to_a_launch_within_days_travels_with_the_news_of_the_match_and_is_done_with_it()
    {
        var cohort = Given.Cohort().AllAnswered();
        var effects = Release(cohort, ("m1", "j1"));
        var invitations = effects.Mails.Where(m => m.Template == "launch-invitation").ToList();
        Assert.Equal(["m1", "j1"], invitations.Select(m => m.PersonId));
        Assert.All(invitations, m => Assert.Equal(
            effects.Mails.Single(i => i.Template == "introduction" && i.PersonId == m.PersonId).Id, m.TravelsWith));
        Assert.True(effects.Cohort(cohort.Cohort).HasDone("launch-invitation"));
    }

    [Fact]
    public void A_launch_that_is_weeks_away_is_invited_to_in_its_time()
    {
        var cohort = Given.Cohort().AllAnswered().Defined(d => d with
        {
            Events = [.. d.Events.Select(e => e.Kind == d.Launch.Kind ? e with { At = e.At.AddDays(7) } : e)],
        });
        var effects = Release(cohort, ("m1", "j1"));
        Assert.DoesNotContain(effects.Mails, m => m.Template == "launch-invitation");
        Assert.False(effects.Cohort(cohort.Cohort).HasDone("launch-invitation"));
    }

    [Fact]
    public void Whoever_is_in_no_pair_is_told_and_their_clock_starts()
    {
        var effects = Release(Given.Cohort().AllAnswered(), ("m1", "j1"));
        Assert.Equal(["not-matched to m2", "not-matched to j2"], effects.Emails().Skip(4));
        Assert.Equal(["m2", "j2"], effects.People.Select(p => p.PersonId));
        var ended = effects.People[0].Apply(Given.Mentor("m2"));
        Assert.Equal(ReleasedAt, ended.MentoringEndedAt);
        Assert.Same(ended, effects.People[0].Apply(ended));
    }

    [Fact]
    public void A_pair_one_of_whom_has_left_is_not_made_and_the_numbers_of_the_others_stay()
    {
        var effects = Release(
            Given.Cohort().AllAnswered().Person("m1", p => p with { WithdrawnAt = ReleasedAt }), ("m1", "j1"), ("m2", "j2"));
        Assert.Equal(["pair-02"], effects.NewPairs.Select(p => p.Id));
        Assert.Equal(["introduction to m2", "introduction to j2"], effects.Emails().Take(2));
        Assert.Equal("not-matched to j1", effects.Emails().Last());
    }

    [Fact]
    public void Whoever_was_introduced_before_a_crash_is_not_told_that_they_were_not_matched()
    {
        var crashed = Given.Cohort().AllAnswered() with { Pairs = [Given.Pair(1, "m1", "j1") with { EndedAt = ReleasedAt }] };
        var effects = Release(crashed with { People = [.. crashed.People.Where(p => p.Id != "m1")] }, ("m1", "j1"), ("m2", "j2"));
        Assert.Equal(
            ["introduction to m2", "introduction to j2", "launch-invitation to m2", "launch-invitation to j2"], effects.Emails());
    }

    [Fact]
    public void A_conflict_that_could_not_be_avoided_stays_known_to_the_pair()
    {
        var proposed = Proposal(("m1", "j1"), ("m2", "j2"));
        var effects = Release(
            Given.Cohort().AllAnswered(), proposed with { Pairs = [proposed.Pairs[0] with { Conflicts = 2 }, proposed.Pairs[1]] });
        Assert.Equal([true, false], effects.NewPairs.Select(p => p.HasConflict));
    }

    [Fact]
    public void Somebody_with_two_roles_is_introduced_twice()
    {
        var cohort = Given.Cohort() with { People = [Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1")] };
        var effects = Release(cohort.AllAnswered(), ("m1", "b1"), ("b1", "j1"));
        Assert.Equal(
            ["introduction to b1", "introduction to b1", "launch-invitation to b1"],
            effects.Emails().Where(e => e.EndsWith("b1", StringComparison.Ordinal)));
        Assert.Equal(effects.Mails.Count, effects.Mails.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public void Whoever_declined_and_wishes_for_no_other_match_is_not_asked_again_by_a_release_that_could_not_know_it()
    {
        var cohort = Given.Cohort().AllAnswered();
        cohort = cohort with
        {
            Scheme = cohort.Scheme with { Matching = cohort.Scheme.Matching with { Consent = ConsentMode.Both } },
            Offers = [Given.Offer(7, "m1", "j1").Declined("m1", waits: false, ReleasedAt.AddDays(1))],
        };
        var effects = Release(cohort, ("m1", "j2"), ("m2", "j1"));
        Assert.Equal(["match-offer to j2", "match-offer to m2", "match-offer to j1"], effects.Emails());
        var offers = effects.Writes.OfType<DocumentWrite.Create<MatchOffer>>().Select(w => w.Document).ToList();
        Assert.All(offers, o => Assert.True(o.IsOpen));
        Assert.Single(offers.Select(o => o.GivenUpAt).Distinct());
        Assert.Equal(ConsentAnswer.Declined, offers[0].Mentor.Answer);
    }

    private static Effects Release(CohortSnapshot cohort, params (string Mentor, string Mentee)[] pairs) =>
        Release(cohort, Proposal(pairs));

    private static Effects Release(CohortSnapshot cohort, Proposal proposal) =>
        (cohort.Done("portrait-deadline", "matches-proposed") with { Proposal = proposal with { ReleasedAt = ReleasedAt } }).Plan(
            "matches-released");

    private static Proposal Proposal(params (string Mentor, string Mentee)[] pairs) => Given.Cohort().Proposed(pairs).Proposal!;
}
