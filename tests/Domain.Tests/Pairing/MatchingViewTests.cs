using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class MatchingViewTests
{
    private static readonly CohortSnapshot Answered = Given.Cohort().AllAnswered();

    [Fact]
    public void Special_category_data_is_used_only_with_the_persons_own_consent()
    {
        var told = new MatchingProfile { Differences = new Dictionary<string, string> { ["ethnicity"] = "White" } };
        Assert.Empty(Seen(told).Differences);
        Assert.Equal("White", Seen(told with { DifferenceConsentAt = Given.Started }).Differences["ethnicity"]);
        var fromTheCoordinator = Answered.Person("m1", p => p with { Profile = told with { DifferenceConsentAt = Given.Started } });
        Assert.Empty(MatchingView.RequestFor(fromTheCoordinator).People.First(p => p.Id == "m1").Differences);

        static MatchPerson Seen(MatchingProfile profile) =>
            MatchingView.RequestFor(
                Answered.Person("m1", p => p with { Portrait = p.Portrait! with { Profile = profile } })).People.First(p => p.Id == "m1");
    }

    [Fact]
    public void What_the_coordinator_knows_and_what_the_person_wrote_count_together()
    {
        var cohort = Answered.Person("m1", p => p with
        {
            Profile = new MatchingProfile { Topics = ["wellbeing"], Location = "Leeds" },
            Portrait = p.Portrait! with { Profile = new MatchingProfile { Topics = ["Wellbeing", "leadership"], Location = "London" } },
        });
        var seen = MatchingView.RequestFor(cohort).People.First(p => p.Id == "m1");
        Assert.Equal(["wellbeing", "leadership"], seen.Topics);
        Assert.Equal("London", seen.Location);
    }

    [Fact]
    public void Only_kinds_of_conflict_the_scheme_declares_count()
    {
        var cohort = Answered.Person(
            "m1", p => p with { Courts = ["Leeds"], Profile = new MatchingProfile().WithConnections("client", ["Corvid Games"]) });
        Assert.Equal(["court:Leeds"], Conflicts(cohort));
        Assert.Equal(["client:Corvid Games"], Conflicts(cohort with { Scheme = Samples.SchemeOf("law-firm") }));

        static IEnumerable<string> Conflicts(CohortSnapshot cohort) =>
            MatchingView.RequestFor(
                cohort).People.First(p => p.Id == "m1").Conflicts.Where(c => !c.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public void Past_partners_are_not_matched_whichever_of_the_two_named_the_other()
    {
        foreach (var (who, whom) in new[] { ("m1", "J1@example.org"), ("j1", "m1@example.org") })
        {
            var cohort = Answered.Person(who, p => p with { PastPartners = [whom] });
            Assert.Equal(
                [HardRule.PastPairing],
                Assert.IsType<WhyNot.Forbidden>(Explain.WhyNot(MatchingView.RequestFor(cohort), "m1", "j1")).Rules.Select(r => r.Rule));
        }
    }

    [Theory]
    [InlineData(ConsentAnswer.Declined)]
    [InlineData(ConsentAnswer.None)]
    public void Two_whose_match_came_to_nothing_are_not_available_to_each_other_again_whatever_the_cause(ConsentAnswer answer)
    {
        var offer = Given.Offer(1, "m1", "j1").Answered("m1", answer, Given.London("2023-03-07T12:00"))
            .Closed(Given.London("2023-03-20T12:00"));
        var rule = Assert.Single(
            Assert.IsType<WhyNot.Forbidden>(Explain.WhyNot(MatchingView.RequestFor(Answered with { Offers = [offer] }), "m1", "j1")).Rules);
        Assert.Equal("Not available.", rule.Sentence);
    }

    [Fact]
    public void A_match_that_somebody_declined_stands_until_it_is_given_up_like_one_that_is_asked_about()
    {
        var open = Answered with { Offers = [Given.Offer(1, "m1", "j1")] };
        var declined = Answered with { Offers = [open.Offers[0].Declined("m1", waits: false, Given.London("2023-03-07T12:00"))] };
        Assert.Equal(MatchingView.Standing(open), MatchingView.Standing(declined));
        Assert.Equal(MatchingView.RequestFor(open).Rules.Forbids, MatchingView.RequestFor(declined).Rules.Forbids);
    }

    [Fact]
    public void Somebody_told_that_there_is_no_match_is_considered_again_only_on_the_waiting_list()
    {
        var told = Answered.Person("m1", p => p with { MentoringEndedAt = Given.Started });
        Assert.DoesNotContain(MatchingView.RequestFor(told).People, p => p.Id == "m1");
        Assert.Contains(MatchingView.RequestFor(told.Person("m1", p => p.AnswerWaiting(true, Given.Started))).People, p => p.Id == "m1");
    }

    [Fact]
    public void A_pin_or_forbid_of_somebody_who_has_left_does_not_stop_the_matching()
    {
        var rules = new CoordinatorRules { CohortId = "", Pins = [new PairOf("m1", "j1")], Forbids = [new PairOf("m2", "gone")] };
        var cohort = Answered.Person("j1", p => p with { WithdrawnAt = Given.Started }) with { Rules = rules };
        var proposal = ProposalMaker.Make(cohort, 1, Given.London("2023-02-27T16:00"));
        Assert.Empty(proposal.Problems);
        Assert.Single(proposal.Pairs);
    }

    [Fact]
    public void Room_for_two_pairs_is_used()
    {
        var cohort = Answered.Person("m2", p => p with { WithdrawnAt = Given.Started }).Person("m1", p => p with { MentorPlaces = 2 });
        Assert.Equal(
            ["m1 j1", "m1 j2"],
            ProposalMaker.Make(cohort, 1, Given.Started).Pairs.Select(p => $"{p.MentorId} {p.MenteeId}").Order(StringComparer.Ordinal));
    }
}
