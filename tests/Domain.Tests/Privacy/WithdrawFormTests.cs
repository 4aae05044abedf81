using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Tests.Privacy;

public class WithdrawFormTests
{
    [Theory]
    [InlineData("withdraw", true)]
    [InlineData("stay", false)]
    public void A_choice_is_what_counts(string choice, bool withdraws) =>
        Assert.Equal(withdraws, WithdrawForm.Read(new Dictionary<string, string> { ["choice"] = choice }).Value!.Withdraws);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("Withdraw")]
    public void Without_a_choice_nothing_is_done_so_that_no_scanner_can_withdraw_anyone(string? choice)
    {
        var read = WithdrawForm.Read(choice is null ? [] : new Dictionary<string, string> { ["choice"] = choice });
        Assert.False(read.Succeeded);
        Assert.Equal([new Problem("choice", "Please choose whether to withdraw or to stay.")], read.Problems);
    }
}
