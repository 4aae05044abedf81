using ReverseMentoring.Functions.Adapters.Holidays;

namespace ReverseMentoring.Functions.Tests.Holidays;

public class PublicHolidayCalendarsTests
{
    private static readonly PublicHolidayCalendars Calendars = new();

    [Theory]
    [InlineData("GB-EAW", "2026-12-25", "Christmas (public holiday)")]
    [InlineData("GB-EAW", "2026-12-28", "Boxing Day (public holiday)")]
    [InlineData("GB-EAW", "2026-01-02", null)]
    [InlineData("GB-EAW", "2023-05-08", "Coronation of King Charles III (public holiday)")]
    [InlineData("GB-EAW", "2026-04-06", "Easter Monday (public holiday)")]
    [InlineData("GB-SCT", "2026-01-02", "New Year Holiday (public holiday)")]
    [InlineData("GB-SCT", "2026-11-30", "St Andrew's Day (public holiday)")]
    [InlineData("GB-SCT", "2026-04-06", null)]
    [InlineData("GB-NIR", "2026-07-13", "Battle of the Boyne (public holiday)")]
    [InlineData("GB-NIR", "2026-03-17", "St Patrick's Day (public holiday)")]
    [InlineData("IE", "2026-03-17", "Lá Fhéile Pádraig (public holiday)")]
    [InlineData("IE", "2026-12-28", null)]
    [InlineData("US", "2026-07-03", "Independence Day (public holiday)")]
    [InlineData("US", "2027-12-31", "New Year (public holiday)")]
    [InlineData("DE", "2008-05-01", "public holiday")]
    [InlineData("DE", "2026-05-01", "Tag der Arbeit (public holiday)")]
    public void Known_days_are_told_right(string country, string day, string? why) =>
        Assert.Equal(why, Calendars.Of(country, 2008, 2027).WhyOff(DateOnly.Parse(day, null)));

    [Fact]
    public void Every_country_is_known_for_every_year_that_a_cohort_may_be_in()
    {
        Assert.True(Calendars.Countries.Count > 30);
        Assert.All(
            Calendars.Countries,
            country => Assert.Equal(
                Enumerable.Range(2000, 206),
                Calendars.Of(country, 2000, 2205).Holidays.Keys.Select(day => day.Year).Where(y => y is >= 2000 and <= 2205)
                    .Distinct().Order()));
    }

    [Fact]
    public void The_parts_of_the_United_Kingdom_stand_for_themselves_and_are_listed_in_order()
    {
        Assert.Equal(["GB-EAW", "GB-NIR", "GB-SCT"], Calendars.Countries.Where(c => c.StartsWith("GB", StringComparison.Ordinal)));
        Assert.Equal(Calendars.Countries.Order(StringComparer.Ordinal), Calendars.Countries);
        Assert.Throws<ArgumentException>(() => Calendars.Of("GB", 2026, 2026));
    }
}
