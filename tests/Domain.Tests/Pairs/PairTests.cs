using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairs;

public class PairTests
{
    [Fact]
    public void Coordinators_hear_of_a_pair_by_its_number() =>
        Assert.Equal(("Pair 7", "Pair 10"), (Words(7), Words(10)));

    private static string Words(int number) => Samples.English.PairOf(Given.Pair(number, "m", "j").NumberInWords);

    [Fact]
    public void Each_has_the_other_as_partner_and_nobody_else_has_one()
    {
        var pair = Given.Pair(1, "m1", "j1");
        Assert.Equal(("j1", "m1"), (pair.PartnerOf("m1"), pair.PartnerOf("j1")));
        Assert.Throws<ArgumentException>(() => pair.PartnerOf("m2"));
        Assert.False(pair.Includes("m2"));
    }

    [Fact]
    public void They_have_met_when_one_of_them_says_so()
    {
        var pair = Given.Pair(1, "m1", "j1").Answered(2, "m1", met: false);
        Assert.False(pair.HasMet(2));
        Assert.True(pair.Sessions[2].Heard);
        Assert.True(pair.Answered(2, "j1", met: true).HasMet(2));
        Assert.False(pair.Answered(2, "j1", met: true).HasMet(3));
    }
}
