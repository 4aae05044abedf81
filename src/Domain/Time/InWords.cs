using System.Globalization;

namespace ReverseMentoring.Domain.Time;

/// <summary>Dates as people read them.</summary>
public static class InWords
{
    /// <summary>"Tuesday 28 March 2023 at 4.30pm (London time)".</summary>
    public static string DateAndTime(DateTimeOffset instant, CohortZone zone)
    {
        var local = zone.ToLocal(instant);
        return $"{Date(local)} at {Clock(local)} ({zone.InWords})";
    }

    /// <summary>"Tuesday 28 March 2023", in the zone's own day.</summary>
    public static string Date(DateTimeOffset instant, CohortZone zone) => Date(zone.ToLocal(instant));

    private static string Date(DateTime local) => local.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTime local)
    {
        var half = local.Hour < 12 ? "am" : "pm";
        var hour = local.Hour % 12 == 0 ? 12 : local.Hour % 12;
        return (local.Hour, local.Minute) switch
        {
            (12, 0) => "12 noon",
            (0, 0) => "midnight",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hour}{half}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hour}.{local.Minute:00}{half}"),
        };
    }
}
