using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Retention;

public class RetentionClockTests
{
    [Theory]
    [InlineData("2023-09-30T09:00", 12, "2024-09-30T09:00")]
    [InlineData("2024-02-29T09:00", 12, "2025-02-28T09:00")]
    [InlineData("2023-02-28T09:00", 12, "2024-02-28T09:00")]
    [InlineData("2023-08-31T09:00", 6, "2024-02-29T09:00")]
    [InlineData("2023-09-30T09:00", 2, "2023-11-30T09:00")]
    [InlineData("2023-01-26T01:30", 2, "2023-03-26T02:30")]
    public void It_runs_for_calendar_months_in_local_time(string ended, int months, string runsOut) =>
        Assert.Equal(Given.London(runsOut), RetentionClock.RunsOut(Given.London(ended), For(months)));

    [Fact]
    public void It_is_months_and_not_a_count_of_days_or_hours()
    {
        var ended = Given.London("2023-09-30T09:00");
        Assert.Equal(366, (RetentionClock.RunsOut(ended, For(12)) - ended).TotalDays);
        Assert.Equal((61 * 24) + 1, (RetentionClock.RunsOut(ended, For(2)) - ended).TotalHours);
    }

    [Fact]
    public void The_day_is_the_cohorts_day_and_not_UTCs() =>
        Assert.Equal(
            new DateTimeOffset(2024, 2, 29, 23, 30, 0, TimeSpan.FromHours(-5)),
            RetentionClock.RunsOut(new DateTimeOffset(2023, 9, 1, 3, 30, 0, TimeSpan.Zero), For(6) with { TimeZone = "America/New_York" }));

    [Fact]
    public void It_does_not_run_while_the_mentoring_goes_on()
    {
        Assert.Null(RetentionClock.RunsOut(Given.Mentor("m1"), For(12), Given.London("2023-09-30T09:00")));
        Assert.Equal(Given.London("2024-09-30T09:00"), RetentionClock.RunsOut(
            Given.Mentor("m1") with { MentoringEndedAt = Given.London("2023-09-30T09:00") }, For(12), Given.London("2023-09-30T09:00")));
    }

    [Fact]
    public void The_notice_comes_the_days_before_at_the_same_local_hour() =>
        Assert.Equal(Given.London("2024-03-11T09:00"), RetentionClock.Notice(Given.London("2024-04-10T09:00"), For(12)));

    private static CohortDefinition For(int months) => Samples.Judicial2023 with { Retention = new RetentionPlan(months, 30) };
}
