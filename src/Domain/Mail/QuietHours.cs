using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// The hours of a day, by the cohort's clock, in which nobody is told what somebody else did; nor on days that are not worked.
/// </summary>
/// <param name="From">In the evening; from then on it is quiet.</param>
/// <param name="To">In the morning; from then on it is not.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Where a scheme says nothing of it.</summary>
    public static readonly QuietHours Usual = new(new TimeOnly(18, 0), new TimeOnly(8, 0));

    /// <summary>What is wrong with them, in words for whoever wrote the scheme.</summary>
    public IEnumerable<string> Problems() =>
        To < From ? [] : ["quietHours: from must be later in the day than to, such as 18:00 to 08:00."];

    /// <summary>When it is quiet no more (UTC); null where it is not quiet at an instant (UTC).</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now, CohortZone zone, WorkingDays days)
    {
        var local = zone.ToLocal(now);
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (days.WhyOff(day) is null && time >= To && time < From)
        {
            return null;
        }

        if (time >= To)
        {
            day = day.AddDays(1);
        }

        while (days.WhyOff(day) is not null)
        {
            day = day.AddDays(1);
        }

        return zone.ToInstant(day.ToDateTime(To));
    }
}
