using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Durable.Storage;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.LocalHost.Timers;

/// <summary>
/// Runs timer functions on their schedules. However many runs were missed while the host was down, one makes up for them.
/// </summary>
internal sealed class TimerFunctions(
    FunctionCatalog catalog, FunctionRunner runner, TaskHub hub, Agenda agenda, ILogger<TimerFunctions> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<Task> _running = [];

    /// <exception cref="InvalidOperationException">A schedule is wrong or never falls due; the message names the function and the
    /// schedule.</exception>
    public void Start()
    {
        var kept = KeptSchedules();
        foreach (var (function, trigger) in catalog.Timers)
        {
            var schedule = new TimerSchedule(function.Name, trigger.Schedule, hub.Now);
            var known = trigger.UseMonitor && kept.TryGetValue(function.Name, out var found) && found.Schedule == trigger.Schedule
                ? found
                : null;
            var timer = new ScheduledTimer(function, trigger, schedule) { Last = known?.Last };
            // The nearer of the two: a run kept for later than the next was planned before the clock went back.
            var usual = schedule.NextAfter(hub.Now);
            var next = known?.Next < usual ? known.Next : usual;
            if (known is null)
            {
                Keep(timer, next);
            }

            if (trigger.RunOnStartup)
            {
                Run(timer, isPastDue: next <= hub.Now);
            }
            else
            {
                Plan(timer, next);
            }
        }
    }

    /// <summary>Lets runs that have begun come to their end, until the token is cancelled.</summary>
    public async Task StopAsync(CancellationToken hurry)
    {
        await _stopping.CancelAsync();
        Task[] left;
        lock (_running)
        {
            left = [.. _running];
        }

        await Task.WhenAll(left).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private void Plan(ScheduledTimer timer, DateTime next)
    {
        // A run that comes more than a moment after its instant makes up for one missed.
        agenda.Add(
            new(next, TimeSpan.Zero),
            () => Run(timer, isPastDue: hub.Now - next > TimeSpan.FromSeconds(1)),
            (_, _) => new(timer.Schedule.NextAfter(hub.Now), TimeSpan.Zero));
    }

    private void Run(ScheduledTimer timer, bool isPastDue)
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        hub.Work.Enter();
        lock (_running)
        {
            _running.RemoveWhere(run => run.IsCompleted);
            _running.Add(Task.Run(() => RunAsync(timer, isPastDue)));
        }
    }

    private async Task RunAsync(ScheduledTimer timer, bool isPastDue)
    {
        var began = hub.Now;
        var next = timer.Schedule.NextAfter(began);
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new() { Last = timer.Last ?? default, Next = next, LastUpdated = timer.Last ?? default },
        };
        try
        {
            await runner.RunAsync(
                timer.Function,
                (parameter, _) => parameter.ParameterType == typeof(TimerInfo) ? info : FunctionRunner.NotBound,
                _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            hub.Work.Leave();
            return;
        }
#pragma warning disable CA1031 // One failed run must not end the schedule.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "Timer function {Function} failed; it runs again at {Next:u}.", timer.Function.Name, next);
        }
        timer.Last = began;
        next = timer.Schedule.NextAfter(hub.Now);
        Keep(timer, next);
        Plan(timer, next);
        hub.Work.Leave();
    }

    private void Keep(ScheduledTimer timer, DateTime next)
    {
        if (!timer.Trigger.UseMonitor)
        {
            return;
        }

        var (name, schedule, last) = (timer.Function.Name, timer.Trigger.Schedule, timer.Last);
        hub.Post(tables => tables.SaveSchedule(name, schedule, last, next), () => { });
    }

    private Dictionary<string, KeptSchedule> KeptSchedules()
    {
        using var connection = hub.Database.Open();
        using var all = new Statement(connection, "SELECT name, schedule, last, next FROM schedules");
        using var row = all.Query();
        var kept = new Dictionary<string, KeptSchedule>(StringComparer.Ordinal);
        while (row.Read())
        {
            kept[row.GetString(0)] = new(
                row.GetString(1),
                row.IsDBNull(2) ? null : new DateTime(row.GetInt64(2), DateTimeKind.Utc),
                new(row.GetInt64(3), DateTimeKind.Utc));
        }
        return kept;
    }
}

internal sealed record KeptSchedule(string Schedule, DateTime? Last, DateTime Next);

internal sealed class ScheduledTimer(FunctionEntry function, TimerTriggerAttribute trigger, TimerSchedule schedule)
{
    public FunctionEntry Function => function;

    public TimerTriggerAttribute Trigger => trigger;

    public TimerSchedule Schedule => schedule;

    /// <summary>When it last ran (UTC).</summary>
    public DateTime? Last { get; set; }
}
