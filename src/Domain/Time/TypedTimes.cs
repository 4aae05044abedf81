using System.Globalization;

namespace ReverseMentoring.Domain.Time;

/// <summary>Days and times of day as browsers post them, and as people in the United Kingdom write them.</summary>
public static class TypedTimes
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Dates =
    [
        "yyyy-M-d", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy", "dddd, d MMMM yyyy",
    ];

    private static readonly string[] Times = ["H:mm", "HH:mm", "HH:mm:ss", "H.mm", "h:mmtt", "h:mm tt", "h.mmtt", "htt", "h tt"];

    /// <returns>Null where it is no day.</returns>
    public static DateOnly? Date(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Dates, British, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    /// <returns>Null where it is no time of day.</returns>
    public static TimeOnly? Time(string typed) =>
        TimeOnly.TryParseExact(typed.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : null;
}
