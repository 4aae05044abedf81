using ReverseMentoring.Functions.Tests.CrashedCohort;

// A process made to be killed: it plays a sample's cohort in a folder, and goes on where the last one in that folder was killed.
// Arguments: the folder, the sample. It writes a dot for everything that happens, and results.json when the cohort has ended.
await using var play = await CrashedPlay.OpenAsync(args[0], args[1]);
Console.Out.WriteLine("running");
await play.ToTheEndAsync(() =>
{
    Console.Out.WriteLine('.');
    Console.Out.Flush();
});
