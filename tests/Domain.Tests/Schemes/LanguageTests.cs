using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Schemes;

public class LanguageTests
{
    private static readonly CohortZone London = CohortZone.Of("Europe/London");

    [Theory]
    [InlineData("2023-03-28T16:30", "Tuesday 28 March 2023 at 4.30pm (London time)")]
    [InlineData("2023-02-27T16:00", "Monday 27 February 2023 at 4pm (London time)")]
    [InlineData("2023-02-27T09:05", "Monday 27 February 2023 at 9.05am (London time)")]
    [InlineData("2023-02-27T12:00", "Monday 27 February 2023 at 12 noon (London time)")]
    [InlineData("2023-02-27T12:30", "Monday 27 February 2023 at 12.30pm (London time)")]
    [InlineData("2023-02-27T00:00", "Monday 27 February 2023 at midnight (London time)")]
    [InlineData("2023-02-27T00:15", "Monday 27 February 2023 at 12.15am (London time)")]
    public void A_time_reads_as_people_say_it(string local, string words) =>
        Assert.Equal(words, Samples.English.DateAndTimeOf(Given.London(local), London));

    [Fact]
    public void A_day_is_the_zones_own_day() =>
        Assert.Equal("Saturday 1 July 2023", Samples.English.DateOf(new DateTimeOffset(2023, 6, 30, 23, 30, 0, TimeSpan.Zero), London));

    [Theory]
    [InlineData("America/New_York", "New York time")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("UTC", "UTC")]
    public void A_zone_goes_by_its_city(string zone, string words) => Assert.Equal(words, Samples.English.ZoneOf(CohortZone.Of(zone)));
}
