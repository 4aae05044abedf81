using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class ProposalMakerTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-02-27T16:00");

    [Fact]
    public void Only_those_who_answered_and_stayed_are_matched()
    {
        var cohort = Given.Cohort()
            .AllAnswered().Person("m1", p => p with { WithdrawnAt = Now }).Person("j2", p => p with { Portrait = null });
        Assert.Equal(["m2 j1"], Pairs(cohort));
    }

    [Fact]
    public void The_reverse_mentee_is_strictly_more_senior()
    {
        var cohort = Of(Given.Mentor("m1") with { Rank = "King's Counsel" }, Given.Mentee("j1") with { Rank = "Solicitor" });
        Assert.Empty(Pairs(cohort));
        Assert.Equal(
            ["m1 reverse mentor", "j1 reverse mentee"], ProposalMaker.Make(cohort, 1, Now).LeftOut.Select(l => $"{l.PersonId} {l.Side}"));
        Assert.All(ProposalMaker.Make(cohort, 1, Now).LeftOut, l => Assert.NotEmpty(l.Reason));
    }

    [Theory]
    [InlineData("Solicitor", "Barrister")]
    [InlineData("Barrister", "Solicitor")]
    [InlineData("Pupil barrister", "Trainee solicitor")]
    public void Ranks_that_the_scheme_puts_on_one_level_are_equals(string mentor, string mentee) =>
        Assert.Empty(Pairs(Of(Given.Mentor("m1") with { Rank = mentor }, Given.Mentee("j1") with { Rank = mentee })));

    [Fact]
    public void Levels_compare_people_of_different_organisations()
    {
        var people = new[]
        {
            Given.Mentor("m1") with { Organisation = "Soar Valley Community Trust", Rank = "Band 7" },
            Given.Mentee("j1") with { Organisation = "Charnwood Care Board", Rank = "Manager" },
            Given.Mentee("j2") with { Organisation = "charnwood care board", Rank = "SENIOR MANAGER" },
        };
        Assert.Equal(["m1 j2"], Pairs(Of(people) with { Scheme = Samples.SchemeOf("llr-nhs") }));
    }

    [Fact]
    public void Regular_courts_of_row_and_portrait_are_avoided_where_that_is_possible_and_counted_where_not()
    {
        var cohort = Given.Cohort().AllAnswered()
            .Person("m1", p => p with { Courts = ["Westmere"], Portrait = p.Portrait! with { RegularCourts = [] } })
            .Person("j1", p => p with { Portrait = p.Portrait! with { RegularCourts = ["westmere"] } });
        Assert.Equal(["m1 j2", "m2 j1"], Pairs(cohort));
        Assert.Equal(
            [1], ProposalMaker.Make(cohort with { People = [cohort.People[0], cohort.People[2]] }, 1, Now).Pairs.Select(p => p.Conflicts));
    }

    [Fact]
    public void Somebody_with_two_roles_may_be_in_two_pairs() =>
        Assert.Equal(["b1 j1", "m1 b1"], Pairs(Of(Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1"))));

    [Fact]
    public void Where_only_one_side_or_nobody_answered_nobody_is_matched_and_the_cohort_goes_on()
    {
        Assert.Empty(Pairs(Of()));
        Assert.Equal(["m1 reverse mentor There is no reverse mentee with a place for a pair."], LeftOut(Of(Given.Mentor("m1"))));
        Assert.Equal(["j1 reverse mentee There is no reverse mentor with a place for a pair."], LeftOut(Of(Given.Mentee("j1"))));
        Assert.Equal(
            ["b1 reverse mentee", "b1 reverse mentor"],
            ProposalMaker.Make(Of(Given.Both("b1")), 1, Now).LeftOut.Select(l => $"{l.PersonId} {l.Side}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rank_that_left_the_scheme_file_makes_no_pairs_and_the_proposal_names_it() =>
        Assert.Contains(
            "Wizard",
            Assert.Single(ProposalMaker.Make(Of(Given.Mentor("m1") with { Rank = "Wizard" }, Given.Mentee("j1")), 1, Now).Problems),
            StringComparison.Ordinal);

    private static IEnumerable<string> LeftOut(CohortSnapshot cohort) =>
        ProposalMaker.Make(cohort, 1, Now).LeftOut.Select(l => $"{l.PersonId} {l.Side} {l.Reason}");

    private static CohortSnapshot Of(params Person[] people) => (Given.Cohort() with { People = people }).AllAnswered();

    private static IEnumerable<string> Pairs(CohortSnapshot cohort) =>
        ProposalMaker.Make(cohort, 1, Now).Pairs.Select(p => $"{p.MentorId} {p.MenteeId}").Order(StringComparer.Ordinal);
}
