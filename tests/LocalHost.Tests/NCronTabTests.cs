using System.Globalization;
using ReverseMentoring.LocalHost.Timers;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class NCronTabTests
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
    public void The_next_occurrence_is_the_first_after_the_instant(string schedule, string after, string expected)
        => Assert.Equal(At(expected), new NCronTab(schedule).NextAfter(At(after)));

    [Theory]
    [InlineData("0 0 * *")]
    [InlineData("0 60 * * * *")]
    [InlineData("0 0 5-3 * * *")]
    [InlineData("0 */0 * * * *")]
    [InlineData("0 0 0 * * Someday")]
    public void What_is_no_schedule_is_refused_in_words(string schedule)
        => Assert.Contains("timer schedule", Assert.Throws<FormatException>(() => new NCronTab(schedule)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_schedule_that_never_falls_due_is_refused()
        => Assert.Throws<InvalidOperationException>(() => new NCronTab("0 0 0 31 2 *").NextAfter(At("2023-02-27 00:00:00")));

    private static DateTime At(string text)
        => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
