using System.Text.Json;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Planning;

public class DateWarningsTests
{
    [Fact]
    public void Every_date_on_a_weekend_or_holiday_is_told_by_field_date_and_reason()
    {
        var days = new WorkingDays(new Dictionary<DateOnly, string> { [new DateOnly(2023, 2, 27)] = "Founders' Day" });
        Assert.Equal(
            [
                ("/portraitDeadline", "2023-02-27T16:00", "Founders' Day"), ("/sessions", "2023-04-30T09:00", "Sunday"),
                ("/sessions", "2023-06-03T09:00", "Saturday"), ("/sessions", "2023-07-30T09:00", "Sunday"),
                ("/sessions", "2023-09-03T09:00", "Sunday"), ("/sessions", "2023-09-30T09:00", "Saturday"),
            ],
            DateWarnings.Of(Samples.Judicial2023, days).Select(w => (w.Field, $"{w.Date:yyyy-MM-dd'T'HH:mm}", w.Reason)));
    }

    [Fact]
    public void A_gathering_on_a_Saturday_is_called_by_its_name_and_stays()
    {
        var definition = Samples.Judicial2023;
        var events = definition.Events.Select(e => e.Kind.Key == "mixer" ? e with { At = new DateTime(2023, 6, 24, 18, 0, 0) } : e);
        var warning = Assert.Single(
            DateWarnings.Of(definition with { Events = [.. events] }, WorkingDays.WeekendsOnly), w => w.Field == "/events");
        Assert.Equal(
            "This is mixer, Mixer session. It stays as it is. Choose another date if this is not what you mean.", warning.Meaning);
    }

    [Fact]
    public void A_country_whose_holidays_are_not_known_is_refused_with_those_that_are()
    {
        var json = Samples.Json("judicial-2023");
        json["country"] = "GB";
        Assert.Equal(
            [
                new Problem(
                    "/country",
                    "The public holidays of this country are not known. Known are: GB-EAW, IE. Write none where only weekends are to "
                        + "count."),
            ],
            CohortDefinitionReader.Read(FieldReader.Of(json.Deserialize<JsonElement>()), countries: ["GB-EAW", "IE"]).Problems);
    }

    [Theory]
    [InlineData("IE")]
    [InlineData("none")]
    public void A_country_may_be_named_or_said_to_be_none(string country)
    {
        var json = Samples.Json("judicial-2023");
        json["country"] = country;
        Assert.Equal(
            country,
            CohortDefinitionReader.Read(FieldReader.Of(json.Deserialize<JsonElement>()), countries: ["GB-EAW", "IE"]).Value!.Country);
    }
}
