using System.Globalization;

namespace ReverseMentoring.Rehearsal;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Sample">The folder with cohort.json, people.csv and script.json.</param>
/// <param name="Trace">The file to write the trace to, or null.</param>
/// <param name="Keep">Where emails, pages and data are kept; null: out/ and the sample's name, in the working folder.</param>
/// <param name="Cohorts">How many copies of the cohort play at once.</param>
public sealed record RehearsalOptions(string Sample, string? Trace, int Seed, string? Keep, int Cohorts)
{
    public const string Usage = """
        Plays a whole cohort on a virtual clock.

          dotnet run --project src/Rehearsal -- SAMPLE [--trace FILE] [--seed N] [--keep DIR] [--cohorts N]

          SAMPLE        a folder with cohort.json, people.csv and script.json, such as samples/judicial-2023
          --trace FILE  one JSON object a line for every step, email, page, reply, match, erasure and problem
          --seed N      a whole number; the same seed gives the same trace (default 1)
          --keep DIR    where the emails and pages go (default out/ and the sample's name)
          --cohorts N   how many copies play at once (default 1)
        """;

    /// <returns>The options, or a sentence that says what is wrong.</returns>
    public static (RehearsalOptions? Options, string? Problem) Parse(IReadOnlyList<string> args)
    {
        string? sample = null, trace = null, keep = null;
        var seed = 1;
        var cohorts = 1;
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (sample is not null)
                {
                    return (null, $"There is one sample to play, but both '{sample}' and '{args[i]}' were given.");
                }

                sample = args[i];
                continue;
            }

            if (i + 1 == args.Count)
            {
                return (null, $"{args[i]} needs a value after it.");
            }

            var value = args[i + 1];
            switch (args[i++])
            {
                case "--trace":
                    trace = value;
                    break;
                case "--keep":
                    keep = value;
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out seed):
                    break;
                case "--cohorts" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out cohorts) && cohorts is >= 1 and <= 1000:
                    break;
                default:
                    return (null, $"'{args[i - 1]} {value}' is not understood.");
            }
        }

        return sample is null ? (null, "Name the sample to play, such as samples/judicial-2023.")
            : !File.Exists(Path.Combine(sample, "cohort.json")) ? (null, $"There is no cohort.json in '{sample}'. Run this from the project's root, or give the whole path.")
            : (new RehearsalOptions(sample, trace, seed, keep, cohorts), null);
    }
}
