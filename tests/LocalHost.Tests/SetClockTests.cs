using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>Somebody sets the machine's clock while orchestrations wait.</summary>
public sealed class SetClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private readonly SetClock _clock = new(new VirtualClock(TestHost.Epoch));
    private readonly string _folder = Directory.CreateTempSubdirectory("set-clock-").FullName;
    private readonly Runs _runs = new();
    private FunctionsHost? _host;

    [Fact]
    public async Task A_wait_of_a_minute_lasts_a_minute_also_when_the_clock_goes_back_a_day()
    {
        await StartAsync();
        await ScheduleAsync(nameof(Functions.Waits), Minute);
        await PassAsync(HalfAMinute);
        _clock.Set(-Day);

        await PassAsync(TimeSpan.FromSeconds(29));
        Assert.False(await HasEndedAsync());
        await PassAsync(HalfAMinute);
        Assert.True(await HasEndedAsync());
    }

    [Fact]
    public async Task A_wait_that_begins_after_the_clock_went_back_is_not_cut_short()
    {
        await StartAsync();
        _clock.Set(-Day);
        await ScheduleAsync(nameof(Functions.Waits), TimeSpan.FromMinutes(10));

        await PassAsync(TimeSpan.FromMinutes(9));
        Assert.False(await HasEndedAsync());
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.True(await HasEndedAsync());
    }

    [Fact]
    public async Task What_is_due_when_the_clock_goes_forward_a_day_is_done_within_half_a_minute()
    {
        await StartAsync();
        await ScheduleAsync(nameof(Functions.Waits), Day);
        await PassAsync(Minute);
        _clock.Set(Day);

        // Nobody asks the host whether it is idle, which would have it look at the clock.
        _clock.Pass(HalfAMinute);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _host!.Client.WaitForInstanceCompletionAsync("waiting", patience.Token);
    }

    [Fact]
    public async Task Who_waits_for_a_date_and_is_woken_early_because_the_clock_went_back_waits_for_it_again()
    {
        await StartAsync();
        await ScheduleAsync(nameof(Functions.WaitsForDate), TestHost.Epoch.AddHours(10).UtcDateTime);
        _clock.Set(-Day);

        await PassAsync(TimeSpan.FromHours(33));
        Assert.False(await HasEndedAsync());
        await PassAsync(TimeSpan.FromHours(1));
        Assert.True(await HasEndedAsync());
    }

    [Fact]
    public async Task A_wait_of_a_minute_is_not_a_day_long_when_the_clock_went_back_while_the_host_was_down()
    {
        await StartAsync();
        await ScheduleAsync(nameof(Functions.Waits), Minute);
        await StopAsync();
        _clock.Set(-Day);
        await StartAsync();

        await PassAsync(TimeSpan.FromSeconds(59));
        Assert.False(await HasEndedAsync());
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.True(await HasEndedAsync());
    }

    [Fact]
    public async Task A_timer_function_keeps_its_times_of_day_when_the_clock_goes_back_also_while_the_host_is_down()
    {
        await StartAsync();
        _clock.Set(-Day);
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal([TestHost.Epoch.AddDays(-1).AddHours(1)], _runs.Times);

        await StopAsync();
        _clock.Set(-Day);
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(TestHost.Epoch.AddDays(-1).AddHours(1), _runs.Times[^1]);
        Assert.Equal(2, _runs.Times.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        var options = new FunctionsHostOptions { DataFolder = _folder, Clock = _clock, DurableCommits = false, RoutePrefix = "" };
        options.FunctionTypes.Add(typeof(Functions));
        _host = await FunctionsHost.StartAsync(
            options, services => services.AddSingleton(_runs).AddSingleton<TimeProvider>(_clock));
        await _host.WhenIdleAsync();
    }

    private async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }
    }

    private async Task ScheduleAsync(string orchestrator, object input)
    {
        await _host!.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions("waiting"));
        await _host.WhenIdleAsync();
    }

    private async Task PassAsync(TimeSpan time)
    {
        _clock.Pass(time);
        await _host!.WhenIdleAsync();
    }

    private async Task<bool> HasEndedAsync() =>
        (await _host!.Client.GetInstanceAsync("waiting"))!.RuntimeStatus == OrchestrationRuntimeStatus.Completed;

    private sealed class Runs
    {
        public List<DateTimeOffset> Times { get; } = [];
    }

    private sealed class Functions(Runs runs, TimeProvider clock)
    {
        [Function(nameof(Daily))]
        public void Daily([TimerTrigger("0 0 10 * * *")] TimerInfo info) => runs.Times.Add(info is null ? default : clock.GetUtcNow());

        [Function(nameof(Waits))]
        public static Task Waits([OrchestrationTrigger] TaskOrchestrationContext context, TimeSpan time) =>
            context.CreateTimer(time, CancellationToken.None);

        [Function(nameof(WaitsForDate))]
        public static async Task WaitsForDate([OrchestrationTrigger] TaskOrchestrationContext context, DateTime date)
        {
            while (context.CurrentUtcDateTime < date)
            {
                await context.CreateTimer(date, CancellationToken.None);
            }
        }
    }
}
