using System.Globalization;

namespace ReverseMentoring.Functions.StaffConsole.Reports;

/// <summary>Bars for what a report says in words. A bar tells no more than its words do.</summary>
internal static class ReportBars
{
    private const decimal Most = 5;

    /// <returns>How wide the bar of a mean is, in per cent; null for a mean that is not shown.</returns>
    /// <param name="mean">As the report has it: "3.5", "4 or more", "2 or less", "not shown".</param>
    public static string? WidthOf(string mean) =>
        decimal.TryParse(mean.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (number / Most * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
            : null;
}
