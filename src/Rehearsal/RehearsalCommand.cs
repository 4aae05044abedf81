using System.CommandLine;
using ReverseMentoring.LocalHost;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Rehearsal;

/// <summary>The command line of the rehearsal.</summary>
public static class RehearsalCommand
{
    private const int MostCohorts = 1000;

    /// <param name="play">Gets what was asked for, when all of it is right; gives the exit code.</param>
    public static RootCommand Create(Func<RehearsalOptions, CancellationToken, Task<int>> play)
    {
        var sample = new Argument<string>("SAMPLE")
        {
            Description = "A folder with cohort.json, people.csv and script.json, such as samples/judicial-2023",
        };
        sample.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } folder && !File.Exists(Path.Combine(folder, "cohort.json")))
            {
                given.AddError($"There is no cohort.json in '{folder}'. Run this from the project's root, or give the whole path.");
            }
        });
        var trace = new Option<string?>("--trace")
        {
            Description = "Writes one JSON object a line for every step, email, page, reply, match, erasure and problem",
            HelpName = "FILE",
        };
        trace.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { Length: > 0 } file
                && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder
                && !Directory.Exists(folder))
            {
                given.AddError($"--trace: there is no folder '{Path.GetDirectoryName(file)}' to write the trace to.");
            }
        });
        var seed = CommandLines.WholeNumber(
            "--seed", "The same seed gives the same trace, byte for byte", otherwise: 1, int.MinValue, int.MaxValue);
        var keep = new Option<string?>("--keep")
        {
            Description = "Where the emails and pages go [default: out/ and the sample's name]",
            HelpName = "FOLDER",
        };
        keep.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { Length: > 0 } folder && Folders.Objection(folder) is { } objection)
            {
                given.AddError(objection);
            }
        });
        var cohorts = CommandLines.WholeNumber(
            "--cohorts", "How many copies of the cohort play at once", otherwise: 1, least: 1, MostCohorts);
        var command = new RootCommand("Plays a whole cohort on a virtual clock, from the first invitation to the last erasure.") { sample,
            trace, seed, keep, cohorts };
        command.SetAction((asked, cancellation) => play(
            new RehearsalOptions(
                asked.GetRequiredValue(sample),
                asked.GetValue(trace),
                asked.GetValue(seed),
                asked.GetValue(keep),
                asked.GetValue(cohorts)), cancellation));
        return command;
    }
}
