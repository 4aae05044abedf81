using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Leaving;

public class WithdrawalStepsTests
{
    private static readonly DateTimeOffset June = Given.London("2023-06-01T12:00");

    [Fact]
    public void The_partner_and_the_coordinator_are_told_and_the_leaver_gets_a_receipt()
    {
        var effects = Withdrawn(Given.MatchedCohort(), "m1");
        Assert.Equal(["partner-withdrew to j1", "participant-withdrew to coordinator"], effects.Emails());
        Assert.Equal(("pair-01", "reverse mentor"), (effects.Mails[1].PairId, effects.Mails[1].Fact("role")));
        Assert.Equal("withdrawal-receipt", effects.Erasures[0].Receipt!.Template);
    }

    [Fact]
    public void The_leavers_data_goes_at_once_and_only_theirs()
    {
        var erasure = Assert.Single(Withdrawn(Given.MatchedCohort(), "m1").Erasures);
        Assert.Equal(("m1", ErasureReason.Withdrawal), (erasure.PersonId, erasure.Because));
        Assert.True(erasure.If(Given.Mentor("m1") with { WithdrawnAt = June }));
        Assert.False(erasure.If(Given.Mentor("m1")));
    }

    [Fact]
    public void The_pair_ends_and_the_partners_clock_starts_at_the_moment_of_withdrawal()
    {
        var effects = Withdrawn(Given.MatchedCohort(), "m1", late: TimeSpan.FromHours(2));
        var ended = Assert.Single(effects.Pairs).Apply(Given.Pair(1, "m1", "j1"));
        Assert.Equal((June, false), (ended.EndedAt!.Value, ended.Completed));
        Assert.Equal("j1", Assert.Single(effects.People).PersonId);
        Assert.Equal(June, effects.People[0].Apply(Given.Mentee("j1")).MentoringEndedAt);
    }

    [Fact]
    public void Taken_up_again_after_a_crash_it_still_starts_the_partners_clock()
    {
        var crashed = Given.MatchedCohort().PairNo(1, p => p with { EndedAt = June });
        Assert.Equal(["j1"], Withdrawn(crashed, "m1").People.Select(p => p.PersonId));
        Assert.Equal(Withdrawn(Given.MatchedCohort(), "m1").Mails.Select(m => m.Id), Withdrawn(crashed, "m1").Mails.Select(m => m.Id));
    }

    [Fact]
    public void A_pair_that_had_ended_before_stays_as_it_ended()
    {
        var effects = Withdrawn(Given.MatchedCohort().PairNo(1, p => p with { EndedAt = June.AddDays(-9) }), "m1");
        Assert.Empty(effects.Pairs);
        Assert.Equal(["participant-withdrew to coordinator"], effects.Emails());
    }

    [Fact]
    public void Somebody_with_two_roles_goes_on_in_the_other_pair_until_that_ends_too()
    {
        var cohort = (Given.Cohort() with { People = [Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1")] }).AllAnswered()
            .Released(("m1", "b1"), ("b1", "j1"));
        Assert.Empty(Withdrawn(cohort, "m1").People);
        Assert.Equal(["b1"], Withdrawn(cohort.PairNo(1, p => p with { EndedAt = June.AddDays(-9) }), "j1").People.Select(p => p.PersonId));
    }

    [Fact]
    public void When_somebody_with_two_roles_withdraws_both_partners_are_told()
    {
        var cohort = (Given.Cohort() with { People = [Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1")] }).AllAnswered()
            .Released(("m1", "b1"), ("b1", "j1"));
        var effects = Withdrawn(cohort, "b1");
        Assert.Equal(["partner-withdrew to m1", "partner-withdrew to j1", "participant-withdrew to coordinator"], effects.Emails());
        Assert.Equal(["m1", "j1"], effects.People.Select(p => p.PersonId));
    }

    [Fact]
    public void When_both_of_a_pair_withdraw_neither_is_written_to_about_the_other() =>
        Assert.Equal(
            ["participant-withdrew to coordinator"],
            Withdrawn(Given.MatchedCohort().Person("j1", p => p with { WithdrawnAt = June }), "m1").Emails());

    [Fact]
    public void Before_the_release_the_matches_are_proposed_again_without_the_leaver()
    {
        var effects = Withdrawn(Given.Cohort().AllAnswered().Proposed(("m1", "j1"), ("m2", "j2")), "m1");
        Assert.Equal(2, effects.Proposal!.Version);
        Assert.Equal("m2", Assert.Single(effects.Proposal!.Pairs).MentorId);
        Assert.Equal(["participant-withdrew to coordinator", "matches-proposed to coordinator"], effects.Emails());
        Assert.Equal("2", effects.Mails[1].Fact("version"));
    }

    [Fact]
    public void A_proposal_that_never_named_the_leaver_stands() =>
        Assert.Null(Withdrawn(Given.Cohort().AllAnswered().Proposed(("m2", "j2")), "m1").Proposal);

    [Fact]
    public void A_released_proposal_is_not_made_again() => Assert.Null(Withdrawn(Given.MatchedCohort(), "m1").Proposal);

    private static Effects Withdrawn(CohortSnapshot cohort, string id, TimeSpan late = default) =>
        cohort.Person(id, p => p with { WithdrawnAt = June }).Plan($"withdrawal-{id}", June + late);
}
