using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class LinkExpiryTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-03-01T12:00");
    private static readonly CohortSnapshot Cohort = Given.MatchedCohort() with { Offers = [Given.Offer(3, "m1", "j1")] };

    [Theory]
    [InlineData("invitation", "pen-portrait")]
    [InlineData("portrait-reminder", "pen-portrait")]
    [InlineData("portrait-receipt", "pen-portrait")]
    [InlineData("match-reminder", "match-offer")]
    [InlineData("session-check", "session-check")]
    [InlineData("session-nudge", "session-check")]
    [InlineData("reflection-opening", "reflection")]
    [InlineData("reflection-reminder", "reflection")]
    [InlineData("evaluation-opening", "evaluation")]
    [InlineData("evaluation-reminder", "evaluation")]
    [InlineData("session-opening", "session-date")]
    [InlineData("launch-invitation", "launch-reply")]
    [InlineData("support-session", "support-session-reply")]
    [InlineData("introduction", "why-this-match")]
    [InlineData("retention-notice", null)]
    public void An_email_that_asks_for_something_carries_the_link_to_it(string template, string? form) =>
        Assert.Equal(form, FormOf(Given.Cohort().Mail(template, "m1"), Now));

    [Fact]
    public void A_fresh_link_opens_what_was_lost() =>
        Assert.Equal(
            "reflection",
            FormOf(FreshLinkEmails.FreshLink.With(Given.Cohort().Mail("fresh-link", "m1"), new FreshLinkFacts("reflection")), Now));

    [Theory]
    [InlineData("pen-portrait", 0, "2023-02-27T16:00")]
    [InlineData("session-check", 2, "2023-05-30T09:00")]
    [InlineData("reflection", 2, "2023-06-09T09:00")]
    [InlineData("evaluation", 0, "2023-12-11T17:00")]
    public void A_form_closes_with_its_window_and_its_link_works_two_weeks_longer(string form, int number, string closes)
    {
        Assert.Equal(Given.London(closes), Form(form).Closes(Context(form, number)));
        Assert.Equal(Given.London(closes).AddDays(14), DeclaredProgramme.Expires(Form(form), Context(form, number)));
        Assert.Equal(Given.London(closes), DeclaredProgramme.UsableUntil(Form(form), Context(form, number)));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("match-offer")]
    public void A_link_whose_form_never_closes_or_must_not_say_when_works_a_year_from_the_email(string form)
    {
        Assert.Equal(Now.AddDays(365), DeclaredProgramme.Expires(Form(form), Context(form, 0)));
        Assert.Equal(Now.AddDays(365), DeclaredProgramme.UsableUntil(Form(form), Context(form, 0)));
    }

    [Fact]
    public void A_late_joiners_form_closes_when_their_own_time_is_over()
    {
        var late = Given.Mentor("m9") with { AnswerBy = Given.London("2023-03-10T09:00") };
        Assert.Equal(late.AnswerBy, Form("pen-portrait").Closes(Context("pen-portrait", 0, late)));
        Assert.Equal(
            late.AnswerBy + DeclaredProgramme.LinkGrace, DeclaredProgramme.Expires(Form("pen-portrait"), Context("pen-portrait", 0, late)));
    }

    [Fact]
    public void With_fewer_than_two_sessions_left_no_email_offers_to_wait_for_a_match()
    {
        var plan = Cohort.Definition.Sessions;
        var until = Cohort.Instant(plan.Opens(plan.Count - 1));
        Assert.Equal("waiting-list", FormOf(Cohort.Mail("not-matched", "m1"), until.AddTicks(-1)));
        Assert.Null(FormOf(Cohort.Mail("not-matched", "m1"), until));
    }

    private static string? FormOf(OutboxMail mail, DateTimeOffset now) => MentoringProgramme.Declared.FormOf(mail, Cohort, now)?.Key;

    private static FormDeclaration Form(string key) => MentoringProgramme.Declared.FormOf(key);

    private static FormContext Context(string form, int number, Person? person = null) => new(
        Given.Link(form, "m1", number, "pair-03"), person ?? Given.Mentor("m1"), Cohort, Now);
}
