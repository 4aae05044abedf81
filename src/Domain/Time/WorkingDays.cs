namespace ReverseMentoring.Domain.Time;

/// <summary>Which days are worked where a cohort is, and the one rule by which mail keeps off the others.</summary>
/// <param name="Holidays">Days on which the country does not work, by date, with what they are called.</param>
public sealed record WorkingDays(IReadOnlyDictionary<DateOnly, string> Holidays)
{
    /// <summary>Where no country is known.</summary>
    public static readonly WorkingDays WeekendsOnly = new(new Dictionary<DateOnly, string>());

    /// <summary>When mail that was moved is sent: the cohort's local time.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    /// <summary>
    /// A reminder is not moved so far that less than this is left: with an hour to go it is no help, with half a day it is.
    /// </summary>
    public static readonly TimeSpan LeastNotice = TimeSpan.FromHours(4);

    /// <summary>Why a day is not worked, such as "Saturday"; null where it is.</summary>
    public string? WhyOff(DateOnly day) =>
        Holidays.TryGetValue(day, out var holiday) ? holiday
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.DayOfWeek.ToString()
        : null;

    /// <summary>The same of an instant (UTC), by the zone's own day.</summary>
    public string? WhyOff(DateTimeOffset instant, CohortZone zone) => WhyOff(DateOnly.FromDateTime(zone.ToLocal(instant)));

    /// <summary>
    /// When mail that is due at an instant (UTC) is sent: then, or on the next working morning where that day is off.
    /// </summary>
    /// <param name="deadline">
    /// UTC; what the mail asks to be done by. Where moving it would leave less than <see cref="LeastNotice"/>, it is not moved.
    /// </param>
    public DateTimeOffset Move(DateTimeOffset due, CohortZone zone, DateTimeOffset? deadline = null)
    {
        var day = DateOnly.FromDateTime(zone.ToLocal(due));
        if (WhyOff(day) is null)
        {
            return due;
        }

        do
        {
            day = day.AddDays(1);
        }
        while (WhyOff(day) is not null);

        var morning = zone.ToInstant(day.ToDateTime(Morning));
        return morning + LeastNotice <= (deadline ?? DateTimeOffset.MaxValue) ? morning : due;
    }
}
