using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Links;

public class LinkLifeTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-03-01T12:00");

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
    [InlineData("session-opening", null)]
    [InlineData("introduction", "why-this-match")]
    [InlineData("retention-notice", null)]
    public void An_email_that_asks_for_something_carries_the_link_to_it(string template, LinkPurpose? purpose) =>
        Assert.Equal(purpose, LinkLife.PurposeOf(Given.Cohort().Mail(template, "m1")));

    [Fact]
    public void A_fresh_link_opens_what_was_lost() =>
        Assert.Equal(
            "reflection",
            LinkLife.PurposeOf(Given.Cohort().Mail("fresh-link", "m1") with { Facts = new Dictionary<string, string> { ["purpose"] = "Reflection" } }));

    [Theory]
    [InlineData("pen-portrait", 0, "2023-02-27T16:00")]
    [InlineData("session-check", 2, "2023-05-30T09:00")]
    [InlineData("reflection", 2, "2023-06-09T09:00")]
    [InlineData("evaluation", 0, "2023-12-11T17:00")]
    public void A_form_closes_with_its_window_and_its_link_works_two_weeks_longer(LinkPurpose purpose, int number, string closes)
    {
        Assert.Equal(Given.London(closes), LinkLife.Closes(purpose, number, Samples.Judicial2023, Given.Mentor("m1")));
        Assert.Equal(Given.London(closes).AddDays(14), LinkLife.Expires(purpose, number, Samples.Judicial2023, Given.Mentor("m1"), Now));
    }

    [Fact]
    public void Withdrawing_never_closes_and_its_link_works_a_year_from_the_email()
    {
        Assert.Null(LinkLife.Closes("withdraw", 0, Samples.Judicial2023, null));
        Assert.Equal(Now.AddDays(365), LinkLife.Expires("withdraw", 0, Samples.Judicial2023, null, Now));
    }

    [Fact]
    public void A_late_joiners_form_closes_when_their_own_time_is_over()
    {
        var late = Given.Mentor("m9") with { AnswerBy = Given.London("2023-03-10T09:00") };
        Assert.Equal(late.AnswerBy, LinkLife.Closes("pen-portrait", 0, Samples.Judicial2023, late));
        Assert.Equal(late.AnswerBy + LinkLife.Grace, LinkLife.Expires("pen-portrait", 0, Samples.Judicial2023, late, Now));
    }

    [Fact]
    public void From_the_launch_on_no_email_offers_to_wait_for_a_match()
    {
        var launch = Given.London("2023-03-28T16:30");
        Assert.True(LinkLife.IsOffered("waiting-list", Samples.Judicial2023, launch.AddTicks(-1)));
        Assert.False(LinkLife.IsOffered("waiting-list", Samples.Judicial2023, launch));
        Assert.True(LinkLife.IsOffered("withdraw", Samples.Judicial2023, launch));
    }
}
