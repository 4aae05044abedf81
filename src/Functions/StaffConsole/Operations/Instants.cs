using System.Globalization;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>Instants as administrators read them: one zone for all cohorts.</summary>
internal static class Instants
{
    /// <summary>"2023-03-28 15:30:00 UTC".</summary>
    public static string InWords(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
