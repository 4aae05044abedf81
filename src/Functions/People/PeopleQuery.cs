using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// What is asked beside a file of people, in the query. A misspelt word is refused: a dry run must not turn out a real one.
/// </summary>
internal sealed record PeopleQuery(bool DryRun, ColumnChoice Choice)
{
    public const string DryRunName = "dryRun";
    public const string ColumnName = "column";
    public const string LeaveOutName = "leaveOut";

    private const int Most = 100;

    private static readonly string[] Known = [DryRunName, ColumnName, LeaveOutName];

    /// <summary>The host's own: the key.</summary>
    private static readonly string[] OfTheHost = ["code", "clientId"];

    public static Outcome<PeopleQuery> Read(IQueryCollection query)
    {
        var problems = query.Keys.Except([.. Known, .. OfTheHost], StringComparer.OrdinalIgnoreCase).Take(10)
            .Select(name => new Problem(Shown(name), $"There is no such parameter.{Meant(name)} There are: {string.Join(", ", Known)}."))
            .ToList();
        var dryRun = query[DryRunName];
        if (dryRun.Count > 1 || (dryRun.Count == 1 && dryRun[0] is not ("true" or "false")))
        {
            problems.Add(new Problem(DryRunName, $"{DryRunName} is true or false, once."));
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chosen in query[ColumnName].Take(Most).Select(c => c ?? ""))
        {
            if (chosen.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } column, { Length: > 0 } heading])
            {
                problems.Add(new Problem(
                    $"{ColumnName}={Shown(chosen)}",
                    "Write the column, a colon, and the heading it has in the file: column=email:E-post."));
            }
            else if (!columns.TryAdd(column.ToLowerInvariant(), heading))
            {
                problems.Add(new Problem($"{ColumnName}={Shown(chosen)}", "Two headings are given for this column; it can have one."));
            }
        }

        var leaveOut = query[LeaveOutName].Take(Most).Select(h => h?.Trim() ?? "").Where(h => h.Length > 0).ToList();
        return Outcome.Of(new PeopleQuery(dryRun == "true", new ColumnChoice(columns, leaveOut)), problems);
    }

    private static string Meant(string name) =>
        new Spelling(name).NearestOf(Known.Select(k => new Spelling(k))).FirstOrDefault() is { } meant ? $" Did you mean {meant}?" : "";

    private static string Shown(string text) => text.Length > 40 ? text[..40] : text;
}
