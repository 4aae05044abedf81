using System.Globalization;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>
/// What a killed process leaves for the next: how far the clock had come, how often it was started, and which answers had their receipt.
/// </summary>
internal sealed class Marks(string folder)
{
    private readonly HashSet<string> _receipts = File.Exists(Path.Combine(folder, "receipts.txt"))
        ? [.. File.ReadLines(Path.Combine(folder, "receipts.txt"))]
        : new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Emails whose answer was posted and got its receipt.</summary>
    public IReadOnlySet<string> Receipts => _receipts;

    public void AddReceipt(string mailId)
    {
        File.AppendAllText(Path.Combine(folder, "receipts.txt"), $"{mailId}\n");
        _receipts.Add(mailId);
    }

    public int CountStart()
    {
        var file = Path.Combine(folder, "starts.txt");
        File.AppendAllText(file, "started\n");
        return File.ReadLines(file).Count();
    }

    public DateTimeOffset? Clock =>
        File.Exists(ClockFile) ? DateTimeOffset.Parse(File.ReadAllText(ClockFile), CultureInfo.InvariantCulture) : null;

    private string ClockFile => Path.Combine(folder, "clock.txt");

    /// <summary>Before the clock moves: a clock that went back would be no clock.</summary>
    public void KeepClock(DateTimeOffset now)
    {
        File.WriteAllText($"{ClockFile}.new", now.ToString("o", CultureInfo.InvariantCulture));
        File.Move($"{ClockFile}.new", ClockFile, overwrite: true);
    }

    public void AddLost(string what) => File.AppendAllText(Path.Combine(folder, "lost.txt"), $"{what}\n");
}
