using System.Globalization;
using ReverseMentoring.Functions.Tests.CrashedCohort;

// dotnet run -c Release --project bench/Crash -- [KILLS, default 200] [SEED, default 1] [SAMPLE, default samples/judicial-2023]
var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var sample = Path.GetFullPath(args.Length > 2 ? args[2] : "samples/judicial-2023");
var folder = Directory.CreateTempSubdirectory("crash-").FullName;
var wrong = (await new KillHarness(folder, sample, kills, seed, Console.WriteLine).RunAsync()).Wrong;
foreach (var sentence in wrong)
{
    Console.WriteLine(sentence);
}

if (wrong.Count > 0)
{
    Console.WriteLine($"Both plays are kept in {folder}.");
    return 1;
}

Directory.Delete(folder, recursive: true);
Console.WriteLine("Every email was sent once, no answer is missing, and the cohort ended as it does undisturbed.");
return 0;
