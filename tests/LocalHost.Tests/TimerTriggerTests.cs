using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class TimerTriggerTests
{
    private readonly Runs _runs = new();

    [Fact]
    public async Task A_timer_function_runs_at_each_instant_of_its_schedule()
    {
        await using var test = await StartAsync(typeof(Weekdays));

        await test.Host.RunUntilAsync(TestHost.Epoch.AddDays(7));

        Assert.Equal(
            ["2023-02-28 08:30", "2023-03-01 08:30", "2023-03-02 08:30", "2023-03-03 08:30", "2023-03-06 08:30"],
            _runs.Times.Select(run => run.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        Assert.All(_runs.Times, run => Assert.False(run.Info.IsPastDue));
    }

    [Fact]
    public async Task Runs_missed_while_the_host_was_down_are_made_up_for_once_at_start()
    {
        await using var test = await StartAsync(typeof(Weekdays));
        await test.Host.RunUntilAsync(TestHost.Epoch.AddDays(1));
        await test.StopAsync();
        _runs.Times.Clear();

        test.Clock.Advance(TimeSpan.FromDays(10));
        await test.StartAgainAsync();
        await test.Host.WhenIdleAsync();

        var run = Assert.Single(_runs.Times);
        Assert.True(run.Info.IsPastDue);
        Assert.Equal(new DateTime(2023, 2, 28, 8, 30, 0, DateTimeKind.Utc), run.Info.ScheduleStatus!.Last);
        Assert.Equal(new DateTimeOffset(2023, 3, 13, 8, 30, 0, TimeSpan.Zero), test.Host.NextDue);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_the_schedule()
    {
        await using var test = await StartAsync(typeof(Failing));

        await test.Host.RunUntilAsync(TestHost.Epoch.AddMinutes(3));

        Assert.Equal(3, _runs.Times.Count);
    }

    [Fact]
    public async Task A_function_that_runs_on_startup_does()
    {
        await using var test = await StartAsync(typeof(OnStartup));

        await test.Host.WhenIdleAsync();

        Assert.Single(_runs.Times);
    }

    [Theory]
    [InlineData(typeof(Misspelt), "'0 0 0 * * Someday' of function Misspelt")]
    [InlineData(typeof(Never), "'0 0 0 30 2 *' of function Never is not right: it never falls due.")]
    public async Task A_host_does_not_start_on_a_schedule_that_is_wrong_or_never_falls_due(Type functions, string message)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(functions));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync(Type functions) => TestHost.StartAsync(functions, services => services.AddSingleton(_runs));

    private sealed class Runs
    {
        public List<(DateTimeOffset At, TimerInfo Info)> Times { get; } = [];
    }

    private sealed class Weekdays(Runs runs, TimeProvider clock)
    {
        [Function("Weekdays")]
        public void Run([TimerTrigger("0 30 8 * * Mon-Fri")] TimerInfo info) => runs.Times.Add((clock.GetUtcNow(), info));
    }

    private sealed class Failing(Runs runs, TimeProvider clock)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo info)
        {
            runs.Times.Add((clock.GetUtcNow(), info));
            throw new InvalidOperationException("not today");
        }
    }

    private sealed class OnStartup(Runs runs, TimeProvider clock)
    {
        [Function("OnStartup")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo info) => runs.Times.Add((clock.GetUtcNow(), info));
    }

    private sealed class Misspelt
    {
        [Function("Misspelt")]
        public void Run([TimerTrigger("0 0 0 * * Someday")] TimerInfo info) => throw new InvalidOperationException($"Ran: {info}");
    }

    private sealed class Never
    {
        [Function("Never")]
        public void Run([TimerTrigger("0 0 0 30 2 *")] TimerInfo info) => throw new InvalidOperationException($"Ran: {info}");
    }
}
