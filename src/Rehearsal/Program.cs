using ReverseMentoring.LocalHost;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;

return await CommandLines.RunAsync(
    RehearsalCommand.Create(async (options, stop) =>
    {
        var console = Consoles.Output();
        try
        {
            var played = await ProgressLine.RunAsync(console, progress => RehearsalRun.PlayAsync(options, progress, null, stop));
            Summary.Print(played, console);
            return played.Failures.Count == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. What was written so far is kept.");
            return 130;
        }
    }),
    args);
