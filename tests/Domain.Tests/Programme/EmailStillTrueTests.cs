using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class EmailStillTrueTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-02-20T09:00");
    private static readonly CohortSnapshot Matched = Given.MatchedCohort();

    [Theory]
    [InlineData("invitation")]
    [InlineData("portrait-reminder")]
    public void A_portrait_is_not_asked_for_when_it_is_there_or_too_late(string template)
    {
        var mail = Given.Cohort().Mail(template, "m1");
        Assert.Null(Truth.WhyNot(mail, Given.Cohort(), Now));
        Assert.Equal("answered meanwhile", Truth.WhyNot(mail, Given.Cohort().AllAnswered(), Now));
        Assert.Equal("the deadline has passed", Truth.WhyNot(mail, Given.Cohort(), Given.London("2023-02-27T16:00")));
    }

    [Fact]
    public void Who_has_withdrawn_or_gone_gets_nothing_but_a_receipt()
    {
        var mail = Matched.Mail("report-ready", "m1");
        Assert.Equal("the recipient has left", Truth.WhyNot(mail, Matched.Person("m1", p => p with { WithdrawnAt = Now }), Now));
        Assert.Equal("the recipient has left", Truth.WhyNot(mail, Matched with { People = [] }, Now));
        Assert.Null(
            Truth.WhyNot(mail with { Departed = new DepartedRecipient("Uma", "uma@example.org", "") }, Matched with { People = [] }, Now));
    }

    [Theory]
    [InlineData("introduction")]
    [InlineData("session-opening")]
    [InlineData("session-check")]
    [InlineData("session-nudge")]
    public void What_is_about_a_pair_is_true_while_the_pair_runs(string template)
    {
        var mail = Matched.Mail(template, "m1", number: 1, pair: "pair-01");
        Assert.Null(Truth.WhyNot(mail, Matched, Now));
        Assert.Equal("the pair has ended", Truth.WhyNot(mail, Matched.PairNo(1, p => p with { EndedAt = Now }), Now));
    }

    [Fact]
    public void A_session_is_not_asked_about_when_it_closed_or_they_have_met()
    {
        var closed = Given.London("2023-04-30T09:00");
        foreach (var template in new[] { "session-opening", "session-check", "session-nudge" })
        {
            Assert.Equal("the session has closed", Truth.WhyNot(Matched.Mail(template, "m1", number: 1, pair: "pair-01"), Matched, closed));
        }

        var met = Matched.PairNo(1, p => p.Answered(1, "j1", met: true));
        Assert.Equal("answered meanwhile", Truth.WhyNot(Matched.Mail("session-nudge", "m1", number: 1, pair: "pair-01"), met, Now));
        Assert.Null(Truth.WhyNot(Matched.Mail("session-opening", "m1", number: 1, pair: "pair-01"), met, Now));
        Assert.Null(Truth.WhyNot(Matched.Mail("session-nudge", "m1", number: 2, pair: "pair-01"), met, Now));
    }

    [Theory]
    [InlineData("reflection-opening")]
    [InlineData("reflection-reminder")]
    public void A_reflection_is_not_asked_for_twice_or_after_its_window(string template)
    {
        var mail = Matched.Mail(template, "m1", number: 1);
        var given = Matched.Person("m1", p => p with { Reflected = new Dictionary<int, DateTimeOffset> { [1] = Now } });
        Assert.Equal("answered meanwhile", Truth.WhyNot(mail, given, Now));
        Assert.Null(Truth.WhyNot(mail with { Number = 2 }, given, Now));
        Assert.Equal("the window has closed", Truth.WhyNot(mail, Matched, Given.London("2023-05-10T09:00")));
    }

    [Theory]
    [InlineData("evaluation-opening")]
    [InlineData("evaluation-reminder")]
    public void The_evaluation_is_not_asked_for_twice_or_after_it_closed(string template)
    {
        var mail = Matched.Mail(template, "m1");
        Assert.Null(Truth.WhyNot(mail, Matched, Now));
        Assert.Equal("answered meanwhile", Truth.WhyNot(mail, Matched.Person("m1", p => p with { EvaluatedAt = Now }), Now));
        Assert.Equal("the evaluation has closed", Truth.WhyNot(mail, Matched, Given.London("2023-12-11T17:00")));
    }

    [Fact]
    public void Nobody_is_invited_to_what_is_over()
    {
        var mail = Matched.Mail("launch-invitation", "m1", step: "launch-invitation");
        Assert.Null(Truth.WhyNot(mail, Matched, Given.London("2023-03-28T16:29")));
        Assert.Equal("the event has passed", Truth.WhyNot(mail, Matched, Given.London("2023-03-28T16:30")));
    }

    [Fact]
    public void A_cancelled_cohort_asks_for_nothing_but_says_that_it_is_cancelled()
    {
        var cancelled = Matched.With(c => c with { CancelledAt = Now });
        foreach (var template in new[] { "invitation",
            "portrait-reminder", "launch-invitation", "reflection-opening", "evaluation-reminder", "change-notice" })
        {
            Assert.Equal("the cohort was cancelled", Truth.WhyNot(Matched.Mail(template, "m1", number: 1), cancelled, Now));
        }

        Assert.Equal("the cohort was cancelled", Truth.WhyNot(Matched.Mail("release-reminder", OutboxMail.CoordinatorId), cancelled, Now));
        foreach (var template in new[] { "cohort-cancelled", "retention-notice", "partner-withdrew" })
        {
            Assert.Null(Truth.WhyNot(Matched.Mail(template, "m1"), cancelled, Now));
        }
    }

    [Fact]
    public void The_coordinator_is_not_asked_to_release_what_is_released_or_overtaken()
    {
        var proposed = Given.Cohort().AllAnswered().Proposed(("m1", "j1"));
        var reminder = proposed.Mail("release-reminder", OutboxMail.CoordinatorId);
        var told = PairingEmails.Proposed.With(proposed.Mail("matches-proposed", OutboxMail.CoordinatorId), new ProposalFacts(1));
        Assert.Null(Truth.WhyNot(reminder, proposed, Now));
        Assert.Null(Truth.WhyNot(told, proposed, Now));
        Assert.Equal("released meanwhile", Truth.WhyNot(reminder, Matched, Now));
        Assert.Equal("released meanwhile", Truth.WhyNot(told, Matched, Now));
        Assert.Equal(
            "a newer proposal stands", Truth.WhyNot(told, proposed with { Proposal = proposed.Proposal! with { Version = 2 } }, Now));
    }
}
