namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Starts and stops the runners of turns and activities.</summary>
internal sealed class DurableEngine(
    TaskHub hub, TurnRunner turns, ActivityRunner activities, OneAtATimeRunner oneAtATime, FunctionsHostOptions options) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _runners = [];

    public void Start()
    {
        using (hub.Work.Begin())
        {
            Loading.Load(hub);
        }

        if (options.OneAtATime)
        {
            _runners.Add(Task.Run(() => oneAtATime.RunAsync(_stopping.Token)));
            return;
        }
        for (var i = 0; i < options.MaxConcurrentTurns; i++)
        {
            _runners.Add(Task.Run(() => turns.RunAsync(_stopping.Token)));
        }

        for (var i = 0; i < options.MaxConcurrentActivities; i++)
        {
            _runners.Add(Task.Run(() => activities.RunAsync(_stopping.Token)));
        }
    }

    /// <summary>
    /// Lets turns and activities that have begun come to their end, until the token is cancelled; what has not begun, or not
    /// ended, waits for the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken hurry)
    {
        if (_runners.Count == 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(_runners.Select(Ended)).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _runners.Clear();
        hub.StoreUnread();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private static async Task Ended(Task runner) => await runner.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
