namespace ReverseMentoring.Rehearsal;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Sample">The folder with cohort.json, people.csv and script.json.</param>
/// <param name="Trace">The file to write the trace to, or null.</param>
/// <param name="Keep">Where emails, pages and data are kept; null: out/ and the sample's name, in the working folder.</param>
/// <param name="Cohorts">How many copies of the cohort play at once.</param>
public sealed record RehearsalOptions(string Sample, string? Trace, int Seed, string? Keep, int Cohorts);
