using System.Globalization;

namespace ReverseMentoring.LocalHost.Timers;

/// <summary>
/// A schedule such as <c>0 30 8 * * Mon-Fri</c>: second, minute, hour, day of the month, month, day of the week (0 is Sunday), in
/// UTC. With five fields the second is 0.
/// </summary>
internal sealed class NCronTab
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly bool[] seconds;
    private readonly bool[] minutes;
    private readonly bool[] hours;
    private readonly bool[] days;
    private readonly bool[] months;
    private readonly bool[] weekdays;

    /// <exception cref="FormatException">The text is no schedule; the message says which part is not.</exception>
    public NCronTab(string schedule)
    {
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
            fields = ["0", .. fields];
        if (fields.Length != 6)
            throw new FormatException(
                $"'{schedule}' is no timer schedule: it needs six fields, for second, minute, hour, day, month and weekday.");
        seconds = CronField.Parse(fields[0], 0, 59);
        minutes = CronField.Parse(fields[1], 0, 59);
        hours = CronField.Parse(fields[2], 0, 23);
        days = CronField.Parse(fields[3], 1, 31);
        months = CronField.Parse(fields[4], 1, 12, Months);
        weekdays = CronField.Parse(fields[5], 0, 6, Days);
    }

    /// <summary>The first occurrence after an instant (both UTC).</summary>
    /// <exception cref="InvalidOperationException">There is none within ten years, such as on 31 February.</exception>
    public DateTime NextAfter(DateTime instant)
    {
        for (var day = instant.Date; day < instant.Date.AddYears(10); day = day.AddDays(1))
        {
            if (!months[day.Month] || !days[day.Day] || !weekdays[(int)day.DayOfWeek])
                continue;
            if (FirstTimeOn(day, instant) is { } found)
                return found;
        }
        throw new InvalidOperationException(
            $"The timer schedule never falls due after {instant.ToString("u", CultureInfo.InvariantCulture)}.");
    }

    private DateTime? FirstTimeOn(DateTime day, DateTime after)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            if (!hours[hour] || day.AddHours(hour + 1) <= after)
                continue;
            for (var minute = 0; minute < 60; minute++)
            {
                if (!minutes[minute])
                    continue;
                for (var second = 0; second < 60; second++)
                {
                    var candidate = new DateTime(day.Year, day.Month, day.Day, hour, minute, second, DateTimeKind.Utc);
                    if (seconds[second] && candidate > after)
                        return candidate;
                }
            }
        }
        return null;
    }
}
