using System.Globalization;
using NCrontab;
using ReverseMentoring.LocalHost.Timers;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 0 * * * *", "2023-02-27 09:30:00", "2023-02-27 10:00:00")]
    [InlineData("0 0 10 * * *", "2023-02-27 10:00:00", "2023-02-28 10:00:00")]
    [InlineData("*/15 * * * * *", "2023-02-27 23:59:50", "2023-02-28 00:00:00")]
    [InlineData("0 */20 8-9 * * *", "2023-02-27 08:20:01", "2023-02-27 08:40:00")]
    [InlineData("0 0 9 1 Jan,Jul *", "2023-02-27 00:00:00", "2023-07-01 09:00:00")]
    [InlineData("0 0 9 * * Sun", "2023-02-27 00:00:00", "2023-03-05 09:00:00")]
    [InlineData("0 0 0 29 2 *", "2023-02-27 00:00:00", "2024-02-29 00:00:00")]
    [InlineData("5 4 * * *", "2023-02-27 00:00:00", "2023-02-27 04:05:00")]
    [InlineData("0 10/25 * * * *", "2023-02-27 00:11:00", "2023-02-27 00:35:00")]
    [InlineData("  0  0\t9 * * MON ", "2023-02-27 09:00:00", "2023-03-06 09:00:00")]
    public void The_next_occurrence_is_the_first_after_the_instant(string schedule, string after, string expected)
        => Assert.Equal(At(expected), Schedule(schedule).NextAfter(At(after)));

    [Fact]
    public void A_day_has_to_fit_both_the_day_of_the_month_and_the_day_of_the_week()
        => Assert.Equal(At("2023-10-13 00:00:00"), Schedule("0 0 0 13 * Fri").NextAfter(At("2023-02-27 00:00:00")));

    /// <summary>NCrontab is what the Functions host itself reads schedules with.</summary>
    [Theory]
    [InlineData("0 40 3 * * *")]
    [InlineData("0 10 3 * * *")]
    [InlineData("0 30 8 * * Mon-Fri")]
    [InlineData("*/7 * * * * *")]
    [InlineData("5,10-20/3,40/6 1/17 * * * *")]
    [InlineData("0 0 0 13 * 5")]
    [InlineData("0 0 12 1-7 * 1")]
    [InlineData("0 0 0 31 * *")]
    [InlineData("0 15 6 */10 feb-nov/3 *")]
    [InlineData("0 0 0 * * 5/2")]
    [InlineData("0 0 0 * * mon/2,0")]
    [InlineData("0 0 0 * * */7")]
    [InlineData("30 4 * * *")]
    [InlineData("0 12 * 3 2")]
    public void The_Functions_host_has_the_same_occurrences(string schedule)
    {
        var theirs = CrontabSchedule.Parse(schedule, new() { IncludingSeconds = schedule.Split(' ').Length == 6 });
        var ours = Schedule(schedule);
        var (here, there) = (At("2023-02-27 09:30:00"), At("2023-02-27 09:30:00"));
        for (var i = 0; i < 200; i++)
        {
            (here, there) = (ours.NextAfter(here), theirs.GetNextOccurrence(there));
            Assert.Equal(there, here);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 0 * *")]
    [InlineData("0 0 0 0 * * *")]
    [InlineData("0 60 * * * *")]
    [InlineData("0 0 5-3 * * *")]
    [InlineData("0 0 0 * * Fri-Mon")]
    [InlineData("0 0 0 * Nov-Feb *")]
    [InlineData("0 */0 * * * *")]
    [InlineData("0 0 0 * * Someday")]
    [InlineData("0 0 0 * * 7")]
    [InlineData("0 0 0 * * 1-7")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 15W * *")]
    [InlineData("0 0 0 * * 5L")]
    [InlineData("0 0 0 * * 5#2")]
    [InlineData("0 0 0 ? * *")]
    [InlineData("H * * * * *")]
    [InlineData("@daily")]
    public void What_the_Functions_host_does_not_read_is_refused_by_the_names_of_function_and_schedule(string schedule)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Schedule(schedule));
        Assert.StartsWith($"The timer schedule '{schedule}' of function Nightly is not right: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 0 0 31 2 *")]
    [InlineData("0 0 0 30,31 Feb *")]
    [InlineData("0 0 0 31 4,6,9,11 *")]
    public void A_schedule_that_never_falls_due_is_refused(string schedule)
        => Assert.Equal(
            $"The timer schedule '{schedule}' of function Nightly is not right: it never falls due.",
            Assert.Throws<InvalidOperationException>(() => Schedule(schedule)).Message);

    private static TimerSchedule Schedule(string schedule) => new("Nightly", schedule, At("2023-02-27 00:00:00"));

    private static DateTime At(string text)
        => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
