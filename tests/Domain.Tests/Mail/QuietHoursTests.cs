using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Mail;

public class QuietHoursTests
{
    private static readonly WorkingDays Days = new(new Dictionary<DateOnly, string>
    {
        [new DateOnly(2023, 5, 1)] = "Early May bank holiday",
    });

    [Theory]
    [InlineData("2023-05-03T08:00", null)]
    [InlineData("2023-05-03T17:59", null)]
    [InlineData("2023-05-03T07:59", "2023-05-03T08:00")]
    [InlineData("2023-05-03T18:00", "2023-05-04T08:00")]
    [InlineData("2023-05-03T23:30", "2023-05-04T08:00")]
    [InlineData("2023-04-28T19:00", "2023-05-02T08:00")]
    [InlineData("2023-04-29T10:00", "2023-05-02T08:00")]
    [InlineData("2023-05-01T03:00", "2023-05-02T08:00")]
    public void Outside_working_hours_it_is_quiet_until_the_next_working_morning(string now, string? end) => Assert.Equal(
        end is null ? null : Given.London(end),
        QuietHours.Usual.EndAfter(Given.London(now), CohortZone.Of("Europe/London"), Days));

    [Fact]
    public void The_hours_are_of_the_cohorts_own_clock() => Assert.Equal(
        new DateTimeOffset(2023, 5, 4, 12, 0, 0, TimeSpan.Zero),
        QuietHours.Usual.EndAfter(new DateTimeOffset(2023, 5, 4, 3, 0, 0, TimeSpan.Zero), CohortZone.Of("America/New_York"), Days));

    [Fact]
    public void An_evening_before_its_morning_is_refused()
    {
        Assert.Empty(QuietHours.Usual.Problems());
        Assert.Single(new QuietHours(new TimeOnly(6, 0), new TimeOnly(8, 0)).Problems());
    }
}
