namespace ReverseMentoring.Bench.Requirements;

/// <summary>A requirement and what shows it.</summary>
/// <param name="Kind">play, test or none.</param>
/// <param name="Where">The sample, or the project of the test; empty: there is no evidence yet.</param>
/// <param name="What">What the rehearsal counts, the name of the test, or what is lacking.</param>
internal sealed record RequirementRow(string Id, string Kind, string Where, string What)
{
    public static IReadOnlyList<RequirementRow> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(Of)];

    private static RequirementRow Of(string line) => line.Split(' ', 3) is [var id, var kind, var rest]
        ? kind == "none" || rest.Split(' ', 2) is not [var where, var what]
            ? new RequirementRow(id, kind, "", rest)
            : new RequirementRow(id, kind, where, what)
        : throw new InvalidOperationException($"A row of rows.txt can't be read: {line}");
}
