using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Time;

public class CohortZoneTests
{
    [Theory]
    [InlineData("Europe/London", "2023-02-27T16:00", "2023-02-27T16:00Z")]
    [InlineData("Europe/London", "2023-03-28T16:30", "2023-03-28T15:30Z")]
    [InlineData("Asia/Kolkata", "2023-03-28T16:30", "2023-03-28T11:00Z")]
    [InlineData("America/New_York", "2023-11-14T16:30", "2023-11-14T21:30Z")]
    [InlineData("UTC", "2023-03-28T16:30", "2023-03-28T16:30Z")]
    public void A_local_time_is_the_instant_at_which_the_zones_clocks_show_it(string zone, string local, string instant) =>
        Assert.Equal(At(instant), CohortZone.Of(zone).ToInstant(Local(local)));

    [Theory]
    [InlineData("Europe/London", "2023-03-26T01:30", "2023-03-26T02:30")]
    [InlineData("Europe/London", "2023-03-26T01:00", "2023-03-26T02:00")]
    [InlineData("Australia/Lord_Howe", "2023-10-01T02:15", "2023-10-01T02:45")]
    public void A_local_time_that_the_clocks_skip_is_moved_on_by_the_length_of_the_gap(string zone, string skipped, string shown)
    {
        var cohort = CohortZone.Of(zone);
        Assert.Equal(Local(shown), cohort.ToLocal(cohort.ToInstant(Local(skipped))));
    }

    [Theory]
    [InlineData("Europe/London", "2023-10-29T01:30", "2023-10-29T00:30Z")]
    [InlineData("Europe/Dublin", "2023-10-29T01:30", "2023-10-29T00:30Z")]
    [InlineData("America/New_York", "2023-11-05T01:30", "2023-11-05T05:30Z")]
    public void A_local_time_that_comes_twice_means_its_first_occurrence(string zone, string twice, string first) =>
        Assert.Equal(At(first), CohortZone.Of(zone).ToInstant(Local(twice)));

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Africa/Casablanca")]
    [InlineData("America/St_Johns")]
    public void Later_local_times_are_never_earlier_instants_and_come_back_as_they_were_outside_gaps(string zone)
    {
        var cohort = CohortZone.Of(zone);
        var before = DateTimeOffset.MinValue;
        var moved = 0;
        for (var local = Local("2023-01-01T00:07"); local.Year == 2023; local = local.AddMinutes(60))
        {
            var instant = cohort.ToInstant(local);
            Assert.True(instant >= before, $"{local:s} goes back");
            moved += cohort.ToLocal(instant) == local ? 0 : 1;
            before = instant;
        }

        Assert.Equal(1, moved);
    }

    [Theory]
    [InlineData("")]
    [InlineData("London")]
    [InlineData("europe/atlantis")]
    [InlineData("GMT Standard Time")]
    [InlineData("+01:00")]
    [InlineData("../../etc/passwd")]
    [InlineData("/dev/null")]
    [InlineData("/usr/share/zoneinfo/Europe/London")]
    [InlineData("Europe/../Europe/London")]
    [InlineData("Europe/London\n")]
    public void Only_an_IANA_name_is_a_zone(string name)
    {
        Assert.False(CohortZone.TryFind(name, out _));
        Assert.Throws<ArgumentException>(() => CohortZone.Of(name));
    }

    [Fact]
    public void Zones_are_the_same_by_name() =>
        Assert.Equal(
            (CohortZone.Of("Europe/London"), true),
            (CohortZone.Of("Europe/London"), CohortZone.Of("Europe/London") != CohortZone.Of("Europe/Paris")));

    private static DateTime Local(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
