using System.Text.Json;
using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Bench.Matching;

/// <summary>
/// A sample of this repository as it would be matched from its people.csv and those who applied and have a place, everybody having
/// answered, in the order of its rows.
/// </summary>
internal static class SampleCohort
{
    public static readonly IReadOnlyList<string> Names = ["judicial-2023", "llr-2021", "law-firm-2024"];

    private static readonly JsonSerializerOptions AsTheServiceReads = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static MatchingRequest Of(string sample)
    {
        var root = Root();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "samples", sample, "cohort.json")));
        var definition = CohortDefinitionReader.Read(FieldReader.Of(json.RootElement)).Value!;
        var scheme = JsonSerializer.Deserialize<Scheme>(
            File.ReadAllText(Path.Combine(root, "schemes", definition.Scheme, "scheme.json")), AsTheServiceReads)!;
        var at = definition.Zone.ToInstant(definition.EnrolmentOpens);

        // The samples hold no quoted cells.
        var people = Rows(Path.Combine(root, "samples", sample, "people.csv"))
            .Concat(Rows(Path.Combine(root, "samples", sample, "applicants.csv"))
                .Where(r => r["answer"] == "accept" && r["role"] != "helper"))
            .Select((cells, i) => new PersonRow(
                $"row {i + 2}", cells.Where(c => PersonRow.Columns.Contains(c.Key)).ToDictionary(StringComparer.Ordinal))
            .ToPerson(definition.Id, $"p-{i:000}", scheme, at).Value! with
            { Portrait = Portrait(at) });
        return MatchingView.RequestFor(new CohortSnapshot
        {
            Cohort = new Cohort { Definition = definition, Status = CohortStatus.Running, CreatedAt = at },
            Scheme = scheme,
            People = [.. people],
        });
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file).Select(l => l.Split(',')).ToList() : [[]];
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
    }

    private static PenPortrait Portrait(DateTimeOffset at) => new()
    {
        Name = "",
        RoleAndExperience = "",
        Contact = "",
        WhyInterested = "",
        DeclaredAt = at,
        FirstSentAt = at,
        SentAt = at,
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "samples")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no samples/ above the benchmark.");
        }

        return folder.FullName;
    }
}
