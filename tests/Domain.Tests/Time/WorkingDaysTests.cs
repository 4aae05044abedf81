using CsCheck;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Time;

public class WorkingDaysTests
{
    private static readonly CohortZone London = CohortZone.Of("Europe/London");

    private static readonly WorkingDays Christmas = new(new Dictionary<DateOnly, string>
    {
        [new DateOnly(2026, 12, 25)] = "Christmas",
        [new DateOnly(2026, 12, 28)] = "Boxing Day",
    });

    private static readonly string[] Zones = ["Europe/London", "Pacific/Kiritimati", "Pacific/Niue", "America/St_Johns", "Etc/UTC"];

    private static readonly Gen<Case> Cases =
        from zone in Gen.Int[0, Zones.Length - 1].Select(i => Zones[i])
        from holidays in Gen.Int[0, 60].Array[0, 25]
        from due in Gen.Int[0, 45 * 24 * 60]
        from left in Gen.OneOf(Gen.Int[0, 5 * 24 * 60], Gen.Const(-1))
        let start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)
        select new Case(
            new WorkingDays(holidays.Distinct().ToDictionary(day => new DateOnly(2026, 2, 28).AddDays(day), day => $"holiday {day}")),
            CohortZone.Of(zone),
            start.AddMinutes(due),
            left < 0 ? null : start.AddMinutes(due + left));

    [Theory]
    [InlineData("2026-12-24T16:00", "2026-12-24T16:00")]
    [InlineData("2026-12-25T08:00", "2026-12-29T09:00")]
    [InlineData("2026-12-27T17:00", "2026-12-29T09:00")]
    [InlineData("2026-12-05T00:00", "2026-12-07T09:00")]
    [InlineData("2026-12-06T23:59", "2026-12-07T09:00")]
    public void Mail_due_on_a_weekend_or_holiday_is_sent_on_the_next_working_morning(string due, string sent) =>
        Assert.Equal(At(sent), Christmas.Move(At(due), London));

    [Theory]
    [InlineData("2026-12-07T13:00", "2026-12-07T09:00")]
    [InlineData("2026-12-07T12:59", "2026-12-05T16:00")]
    [InlineData("2026-12-06T16:00", "2026-12-05T16:00")]
    public void A_reminder_is_moved_where_half_a_day_is_left_until_its_deadline_and_else_keeps_its_date(string deadline, string sent) =>
        Assert.Equal(At(sent), Christmas.Move(At("2026-12-05T16:00"), London, At(deadline)));

    [Fact]
    public void A_day_is_off_by_the_name_of_its_holiday_or_of_the_weekday() => Assert.Equal(
        ["Christmas", "Saturday", "Sunday", "Boxing Day", null],
        Enumerable.Range(25, 5).Select(day => Christmas.WhyOff(new DateOnly(2026, 12, day))));

    [Fact]
    public void A_day_is_that_of_the_zone() => Assert.Equal(
        (null, "Saturday"),
        (Christmas.WhyOff(At("2026-12-04T12:00"), London), Christmas.WhyOff(At("2026-12-04T12:00"), CohortZone.Of("Pacific/Kiritimati"))));

    [Fact]
    public void Mail_never_comes_before_its_date_nor_moved_with_less_than_half_a_day_to_go() => Check(c =>
        c.Sent >= c.Due && (c.Sent == c.Due || c.Deadline is null || c.Sent + WorkingDays.LeastNotice <= c.Deadline));

    [Fact]
    public void Mail_comes_on_a_day_off_only_where_every_working_morning_is_too_near_its_deadline() => Check(c =>
        c.Days.WhyOff(c.Sent, c.Zone) is null || !c.Mornings().Any(morning => morning + WorkingDays.LeastNotice <= c.Deadline));

    [Fact]
    public void Mail_that_is_moved_comes_on_the_first_working_morning() => Check(c =>
        c.Sent == c.Due || c.Sent == c.Mornings().First());

    [Fact]
    public void Mail_that_has_been_moved_is_not_moved_again() => Check(c =>
        c.Days.Move(c.Sent, c.Zone, c.Deadline) == c.Sent);

    [Fact]
    public void Mail_due_on_a_working_day_is_left_alone() => Check(c =>
        c.Days.WhyOff(c.Due, c.Zone) is not null || c.Sent == c.Due);

    private static void Check(Func<Case, bool> holds) => Cases.Sample(holds, iter: 10_000);

    private static DateTimeOffset At(string local) => London.ToInstant(DateTime.Parse(local, null));

    /// <summary>Whole days after the cases end there are no holidays any more, so there is always a morning.</summary>
    private sealed record Case(WorkingDays Days, CohortZone Zone, DateTimeOffset Due, DateTimeOffset? Deadline)
    {
        public DateTimeOffset Sent => Days.Move(Due, Zone, Deadline);

        public IEnumerable<DateTimeOffset> Mornings() =>
            from days in Enumerable.Range(1, 90)
            let day = Zone.ToLocal(Due).Date.AddDays(days)
            where Days.WhyOff(DateOnly.FromDateTime(day)) is null
            select Zone.ToInstant(day.AddHours(9));
    }
}
