namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Runs turns and activities one by one in the order they became ready, turns first: the same each time.</summary>
internal sealed class OneAtATimeRunner(TaskHub hub, TurnRunner turns, ActivityRunner activities)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (hub.Turns.TryRead(out var instance))
            {
                await TurnAsync(instance, stopping);
            }
            else if (hub.Activities.TryRead(out var row))
            {
                await activities.RunAsync(row, stopping);
            }
            else
            {
                await Task.WhenAny(
                    hub.Turns.WaitToReadAsync(stopping).AsTask(), hub.Activities.WaitToReadAsync(stopping).AsTask());
            }
        }
    }

    private Task TurnAsync(Instance instance, CancellationToken stopping)
    {
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        turns.Run(instance, committed.SetResult);
        return committed.Task.WaitAsync(stopping);
    }
}
