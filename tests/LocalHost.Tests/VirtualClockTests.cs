using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class VirtualClockTests
{
    private readonly VirtualClock _clock = new(TestHost.Epoch);

    [Fact]
    public void Each_timer_runs_at_the_very_instant_it_is_due_in_order()
    {
        var seen = new List<(string Name, TimeSpan After)>();
        using var late = Timer("late", 90, seen);
        using var early = Timer("early", 30, seen);

        _clock.AdvanceTo(TestHost.Epoch.AddHours(2));

        Assert.Equal([("early", TimeSpan.FromMinutes(30)), ("late", TimeSpan.FromMinutes(90))], seen);
        Assert.Equal(TestHost.Epoch.AddHours(2), _clock.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_runs_once_each_period_and_a_disposed_one_no_more()
    {
        var count = 0;
        using (_clock.CreateTimer(_ => count++, null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)))
        {
            _clock.Advance(TimeSpan.FromHours(1));
        }

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(6, count);
    }

    [Fact]
    public async Task Waiting_on_the_clock_ends_when_it_gets_there()
    {
        var waiting = Task.Delay(TimeSpan.FromDays(40), _clock);
        Assert.False(waiting.IsCompleted);

        _clock.Advance(TimeSpan.FromDays(40));

        await waiting;
    }

    [Fact]
    public void It_never_goes_back()
    {
        _clock.AdvanceTo(TestHost.Epoch.AddDays(-1));

        Assert.Equal(TestHost.Epoch, _clock.GetUtcNow());
    }

    private ITimer Timer(string name, int minutes, List<(string Name, TimeSpan After)> seen)
        => _clock.CreateTimer(
            _ => seen.Add((name, _clock.GetUtcNow() - TestHost.Epoch)), null, TimeSpan.FromMinutes(minutes), Timeout.InfiniteTimeSpan);
}
