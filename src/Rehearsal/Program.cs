using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;

var (options, problem) = RehearsalOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine();
    Console.Error.WriteLine(RehearsalOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    using var progress = new ProgressLine(Console.Out, Console.IsOutputRedirected);
    var played = await RehearsalRun.PlayAsync(options, progress, null, stop.Token);
    progress.Dispose();
    Summary.Print(played, Console.Out);
    return played.Failures.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped. What was written so far is kept.");
    return 130;
}
