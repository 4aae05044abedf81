namespace ReverseMentoring.Functions.Tests.Links;

public class ForgedLinksTests
{
    [Fact]
    public async Task A_hundred_thousand_links_that_nobody_was_sent_open_nothing_and_every_genuine_one_opens_its_own()
    {
        var played = await ForgedLinksPlay.RunAsync(100_000, seed: 2023, _ => { });
        Assert.Empty(played.Wrong);
        Assert.Equal((100_000, 0), (played.Forged, played.Accepted));
    }
}
