using System.Globalization;

namespace ReverseMentoring.Domain.Files;

/// <summary>The files that the service itself puts into the archive.</summary>
public static class ServiceFiles
{
    /// <summary>
    /// The evaluation's report, as a page to keep. Above the thresholds and without names, so it stays when a cohort's files go.
    /// </summary>
    public const string Report = "report.html";

    private const string Exports = "timeline-";
    private const string ExportEnding = ".csv";

    /// <param name="day">In the cohort's zone; a second export on the same day takes the place of the first.</param>
    public static FileName Export(DateTime day) =>
        FileName.Of($"{Exports}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{ExportEnding}");

    internal static bool Owns(string name) =>
        name.Equals(Report, StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith(Exports, StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(ExportEnding, StringComparison.OrdinalIgnoreCase));

    internal static string? TypeOf(string name) => name == Report ? "text/html" : null;
}
