using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Leaving;

public class WithdrawFormTests
{
    [Fact]
    public void Whoever_chooses_to_leave_has_left_and_their_link_names_nobody_any_more()
    {
        var effects = Decide("withdraw").Value!;
        Assert.Equal(Given.Started, Assert.Single(effects.People).Apply(Given.Mentor("m1")).WithdrawnAt);
        var link = Assert.Single(effects.Changes<LinkGrant>()).Apply(Given.Link("withdraw", "m1"));
        Assert.Equal((WithdrawForm.Nobody, Given.Started, Given.Started.AddDays(14)), (link.PersonId, link.UsedAt, link.Expires));
    }

    [Fact]
    public void Whoever_chooses_to_stay_changes_nothing() => Assert.Equal(Effects.Nothing, Decide("stay").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("Withdraw")]
    public void Without_a_choice_nothing_is_done_so_that_no_scanner_can_withdraw_anyone(string? choice)
    {
        Assert.False(Decide(choice).Succeeded);
        Assert.Equal([new Problem("choice", "missing")], Decide(choice).Problems);
    }

    private static Outcome<Effects> Decide(string? choice) =>
        Given.Decision(
            "withdraw", Given.MatchedCohort(), "m1", choice is null ? [] : new Dictionary<string, string> { ["choice"] = choice });
}
