using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Domain.Tests.Mail;

public class QuotaLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2023, 3, 1, 12, 0, 30, TimeSpan.Zero);
    private static readonly SendQuota Azure = new(30, 100);

    [Fact]
    public void It_grants_what_is_asked_while_the_quota_leaves_it()
    {
        var (ledger, granted, again) = new QuotaLedger().Ask(12, Azure, Noon);
        Assert.Equal((12, null), (granted, again));
        Assert.Equal(18, ledger.Ask(50, Azure, Noon).Granted);
    }

    [Fact]
    public void With_nothing_left_it_says_when_to_ask_again_and_grants_then()
    {
        var (full, _, _) = new QuotaLedger().Ask(30, Azure, Noon);
        var (same, none, again) = full.Ask(1, Azure, Noon.AddSeconds(20));
        Assert.Equal((0, new DateTimeOffset(2023, 3, 1, 12, 2, 0, TimeSpan.Zero)), (none, again!.Value));
        Assert.Equal(1, same.Ask(1, Azure, again.Value).Granted);
    }

    [Theory]
    [InlineData(30, 100)]
    [InlineData(5, 10)]
    [InlineData(1, 1)]
    [InlineData(50, 20)]
    public void No_sliding_minute_or_hour_is_ever_over_the_quota_whatever_is_asked(int perMinute, int perHour)
    {
        var quota = new SendQuota(perMinute, perHour);
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var random = new Random(seed);
            var (ledger, now) = (new QuotaLedger(), Noon);
            var sends = new List<DateTimeOffset>();
            for (var ask = 0; ask < 400; ask++)
            {
                (ledger, var granted, var again) = ledger.Ask(random.Next(1, 60), quota, now);
                sends.AddRange(Enumerable.Repeat(now, granted));
                Assert.Equal(granted == 0, again > now);
                now = again is { } at && random.Next(2) == 0 ? at : now.AddSeconds(random.Next(0, 90));
            }

            Assert.All(sends, s => Assert.InRange(sends.Count(o => o >= s && o < s.AddMinutes(1)), 1, perMinute));
            Assert.All(sends, s => Assert.InRange(sends.Count(o => o >= s && o < s.AddHours(1)), 1, perHour));
        }
    }

    [Theory]
    [InlineData(30, 100, 160, 180)]
    [InlineData(5, 10, 30, 240)]
    public void A_wave_that_asks_when_it_is_told_to_is_through_in_time(int perMinute, int perHour, int emails, int minutes)
    {
        var (ledger, now) = (new QuotaLedger(), Noon);
        for (var left = emails; left > 0;)
        {
            (ledger, var granted, var again) = ledger.Ask(left, new SendQuota(perMinute, perHour), now);
            left -= granted;
            Assert.True(granted > 0 || again > now, "No progress.");
            now = again ?? now;
        }

        Assert.InRange((now - Noon).TotalMinutes, 0, minutes);
    }

    [Fact]
    public void What_was_granted_and_not_used_can_be_granted_again()
    {
        var (ledger, _, _) = new QuotaLedger().Ask(5, Azure, Noon).Ledger.Ask(25, Azure, Noon.AddMinutes(3));
        Assert.Equal(100 - 5 - 1,
            ledger.GiveBack(24, Noon.AddMinutes(3)).Ask(1000, Azure with { PerMinute = 1000 }, Noon.AddMinutes(3)).Granted);
        Assert.Equal([5], ledger.GiveBack(25, Noon.AddMinutes(3)).Granted.Values);
    }

    [Fact]
    public void It_forgets_what_lies_more_than_an_hour_behind() =>
        Assert.Single(new QuotaLedger().Ask(30, Azure, Noon).Ledger.Ask(30, Azure, Noon.AddMinutes(61)).Ledger.Granted);

    [Fact]
    public void What_was_granted_before_the_clock_went_back_a_day_holds_up_nobody_for_a_day()
    {
        var full = Enumerable.Range(0, 4).Aggregate(new QuotaLedger(), (l, m) => l.Ask(30, Azure, Noon.AddMinutes(2 * m)).Ledger);
        Assert.Equal(0, full.Ask(1, Azure, Noon.AddMinutes(8)).Granted);
        Assert.Equal(30, full.Ask(50, Azure, Noon.AddDays(-1)).Granted);
    }

    [Fact]
    public void Two_hosts_whose_clocks_differ_by_a_minute_share_one_quota() =>
        Assert.Equal(70, new QuotaLedger().Ask(30, new(100, 100), Noon.AddMinutes(1)).Ledger.Ask(100, new(100, 100), Noon).Granted);
}
