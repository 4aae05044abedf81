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
        Assert.Equal((LinkGrant.Nobody, Given.Started, Given.Started.AddDays(14)), (link.PersonId, link.UsedAt, link.Expires));
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

    [Theory]
    [InlineData("")]
    [InlineData("m1")]
    [InlineData("j1@example.org")]
    [InlineData("m1@example.org, j1@example.org")]
    public void Without_the_persons_own_address_nobody_leaves_so_that_a_forwarded_email_erases_nobody(string address) =>
        Assert.Equal([new Problem("your_address", "wrong")], Decide("withdraw", address).Problems);

    [Fact]
    public void The_address_may_be_typed_in_other_letters() => Assert.True(Decide("withdraw", " M1@Example.ORG ").Succeeded);

    private static Outcome<Effects> Decide(string? choice, string address = "m1@example.org") => Given.Decision(
        "withdraw",
        Given.MatchedCohort(),
        "m1",
        choice is null ? [] : new Dictionary<string, string> { ["choice"] = choice, ["your_address"] = address });
}
