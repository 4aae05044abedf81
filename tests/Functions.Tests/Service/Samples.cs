using System.Text.Json.Nodes;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>The samples of this repository, from wherever the tests run.</summary>
internal static class Samples
{
    public static readonly string Root = FindRoot();

    public static string Judicial => Path.Combine(Root, "samples", "judicial-2023");

    public static string LawCare => Path.Combine(Root, "samples", "lawcare-2025");

    public static string Llr => Path.Combine(Root, "samples", "llr-2021");

    public static string JudicialPeople => File.ReadAllText(Path.Combine(Judicial, "people.csv"));

    public static JsonObject JudicialDefinition => JsonNode.Parse(File.ReadAllText(Path.Combine(Judicial, "cohort.json")))!.AsObject();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "samples")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no samples/ above the tests.");
        }

        return folder.FullName;
    }
}
