using System.Globalization;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Schemes;

/// <summary>
/// How a language says what stands in no template: dates and times, roles, small numbers. Each text may name values in braces.
/// </summary>
public sealed record Language
{
    /// <summary>The language that is whole; what another lacks is taken from it.</summary>
    public const string Default = "en-GB";

    /// <summary>BCP 47, which is also the name of its folder of templates.</summary>
    public string Key { get; init; } = Default;

    /// <summary>From Sunday on.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Of weekday, day, month and year.</summary>
    public required string Date { get; init; }

    /// <summary>Of date, time and zone.</summary>
    public required string DateAndTime { get; init; }

    /// <summary>Of hour12, hour24, minute and half.</summary>
    public required string Time { get; init; }

    /// <summary>As <see cref="Time"/>, on the hour.</summary>
    public required string WholeHour { get; init; }

    public required string Noon { get; init; }

    public required string Midnight { get; init; }

    public required string Morning { get; init; }

    public required string Afternoon { get; init; }

    /// <summary>Of city.</summary>
    public required string Zone { get; init; }

    public required string ReverseMentor { get; init; }

    public required string ReverseMentee { get; init; }

    public required string BothRoles { get; init; }

    /// <summary>Whoever helps without being either.</summary>
    public required string Helper { get; init; }

    public required string Coordinator { get; init; }

    /// <summary>Of number.</summary>
    public required string Pair { get; init; }

    public required string PortraitDeadline { get; init; }

    /// <summary>A number too small to tell. Of least.</summary>
    public required string Fewer { get; init; }

    public required string DecimalPoint { get; init; }

    /// <summary>Of number.</summary>
    public required string OrMore { get; init; }

    /// <summary>Of number.</summary>
    public required string OrLess { get; init; }

    /// <summary>Of from and to.</summary>
    public required string FromTo { get; init; }

    public required string NotShown { get; init; }

    /// <summary>What people are told of the report before they are asked. Of scores, comments, fewer and more.</summary>
    public required string Thresholds { get; init; }

    /// <summary>"Tuesday 28 March 2023 at 4.30pm (London time)".</summary>
    public string DateAndTimeOf(DateTimeOffset instant, CohortZone zone)
    {
        var local = zone.ToLocal(instant);
        return Fill(DateAndTime, ("date", DateOf(local)), ("time", TimeOf(local)), ("zone", ZoneOf(zone)));
    }

    /// <summary>"Tuesday 28 March 2023", in the zone's own day.</summary>
    public string DateOf(DateTimeOffset instant, CohortZone zone) => DateOf(zone.ToLocal(instant));

    /// <summary>"London time".</summary>
    public string ZoneOf(CohortZone zone) => zone.City is { } city ? Fill(Zone, ("city", city)) : "UTC";

    public string RoleOf(Roles roles) => roles switch
    {
        Roles.ReverseMentor => ReverseMentor,
        Roles.ReverseMentee => ReverseMentee,
        Roles.ReverseMentor | Roles.ReverseMentee => BothRoles,
        Roles.None => Helper,
        var other => throw new ArgumentOutOfRangeException(nameof(roles), other, "Nothing says what this role is called."),
    };

    /// <summary>"Pair 7".</summary>
    public string PairOf(string number) => Fill(Pair, ("number", number));

    /// <summary>"fewer than 5".</summary>
    public string FewerThan(int least) => Fill(Fewer, ("least", Number(least)));

    /// <summary>"5 to 9".</summary>
    public string Between(int from, int to) => Fill(FromTo, ("from", Number(from)), ("to", Number(to)));

    /// <summary>"20 or more".</summary>
    public string AtLeast(decimal least) => Fill(OrMore, ("number", NumberOf(least)));

    /// <summary>"2 or less".</summary>
    public string AtMost(decimal most) => Fill(OrLess, ("number", NumberOf(most)));

    /// <summary>"3.5".</summary>
    public string NumberOf(decimal number) =>
        number.ToString("0.#", CultureInfo.InvariantCulture).Replace(".", DecimalPoint, StringComparison.Ordinal);

    /// <summary>How many answers a report needs to show a score, and how many people must have commented for it to show comments.</summary>
    public string ThresholdsOf(int scores, int comments) => Fill(
        Thresholds,
        ("scores", Number(scores)),
        ("comments", Number(comments)),
        ("fewer", FewerThan(scores)),
        ("more", AtLeast(4)));

    private string DateOf(DateTime local) => Fill(
        Date,
        ("weekday", Weekdays[(int)local.DayOfWeek]),
        ("day", Number(local.Day)),
        ("month", Months[local.Month - 1]),
        ("year", Number(local.Year)));

    private string TimeOf(DateTime local) => (local.Hour, local.Minute) switch
    {
        (12, 0) => Noon,
        (0, 0) => Midnight,
        var (_, minute) => Fill(
            minute == 0 ? WholeHour : Time,
            ("hour12", Number(local.Hour % 12 == 0 ? 12 : local.Hour % 12)),
            ("hour24", local.Hour.ToString("00", CultureInfo.InvariantCulture)),
            ("minute", minute.ToString("00", CultureInfo.InvariantCulture)),
            ("half", local.Hour < 12 ? Morning : Afternoon)),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Fill(string text, params (string Name, string Value)[] values) =>
        values.Aggregate(text, (filled, v) => filled.Replace($"{{{v.Name}}}", v.Value, StringComparison.Ordinal));
}
