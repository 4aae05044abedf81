using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Case 27: weekends and bank holidays are told at creation, with a change, and in the timeline.</summary>
public sealed class DateWarningTests
{
    [Fact]
    public async Task Creating_a_cohort_warns_of_each_date_on_a_weekend_or_bank_holiday_of_the_schemes_country()
    {
        await using var service = await TestService.StartAsync();
        var definition = Samples.JudicialDefinition;
        definition["releaseBy"] = "2023-03-04T17:00";
        Gathering(definition, "mixer")["at"] = "2023-08-28T18:00";
        var created = await service.Api.TellAsync("api/cohorts", definition);
        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Superset(
            new HashSet<string>
            {
                "/releaseBy 2023-03-04T17:00:00 Saturday", "/events 2023-08-28T18:00:00 Summer (public holiday)",
                "/sessions 2023-04-30T09:00:00 Sunday",
            },
            Warnings(created.Json).ToHashSet());
        var stored = (await service.Api.AskAsync("api/cohorts/judicial-2023")).Json.GetProperty("definition");
        Assert.Equal("GB-EAW", stored.GetProperty("country").GetString());
    }

    [Fact]
    public async Task A_cohort_of_another_country_or_of_none_hears_nothing_of_English_bank_holidays()
    {
        await using var service = await TestService.StartAsync();
        foreach (var country in new[] { "GB-SCT", "none" })
        {
            var definition = Samples.JudicialDefinition;
            definition["id"] = $"in-{country.ToLowerInvariant()}";
            definition["country"] = country;
            Gathering(definition, "mixer")["at"] = "2023-08-28T18:00";
            var warnings = Warnings((await service.Api.TellAsync("api/cohorts", definition)).Json);
            Assert.DoesNotContain(warnings, w => w.StartsWith("/events", StringComparison.Ordinal));
            Assert.Contains("/sessions 2023-04-30T09:00:00 Sunday", warnings);
        }
    }

    [Fact]
    public async Task An_unknown_country_is_refused_with_those_that_are_known()
    {
        await using var service = await TestService.StartAsync();
        var definition = Samples.JudicialDefinition;
        definition["country"] = "Atlantis";
        var refused = await service.Api.TellAsync("api/cohorts", definition);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("GB-EAW, GB-NIR, GB-SCT", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_warns_of_the_new_date_and_not_again_of_the_old_ones()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var changed = await service.Api.TellAsync(
            "api/cohorts/judicial-2023/changes",
            new { change = "move-event", @event = "mixer", to = "2023-06-24T18:00", reason = "The room is taken." });
        Assert.Equal(["/events 2023-06-24T18:00:00 Saturday"], Warnings(changed.Json));
    }

    [Fact]
    public async Task The_timeline_says_of_each_step_whence_it_was_moved_and_which_stays_on_a_day_off()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var steps = (await service.Api.AskAsync("api/cohorts/judicial-2023/status")).Json.GetProperty("timeline").EnumerateArray()
            .ToDictionary(s => s.GetProperty("id").GetString()!, StringComparer.Ordinal);
        var moved = steps["reflection-1-opens"];
        Assert.Equal("2023-05-02T08:00:00+00:00", moved.GetProperty("due").GetString());
        Assert.Equal(
            ("2023-04-30T08:00:00+00:00", "Sunday"),
            (moved.GetProperty("moved").GetProperty("from").GetString(), moved.GetProperty("moved").GetProperty("because").GetString()));
        var stays = steps["session-1-closes"];
        Assert.Equal(
            ("2023-04-30T08:00:00+00:00", "Sunday", "2023-05-02T08:00:00+00:00"),
            (stays.GetProperty("due").GetString(), stays.GetProperty("dayOff").GetString(), stays.GetProperty("mailFrom").GetString()));
        Assert.False(steps["session-2-closes"].TryGetProperty("dayOff", out _));
    }

    [Fact]
    public async Task Mail_about_a_session_that_closed_on_a_Sunday_is_sent_after_the_bank_holiday()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-05-02T07:59Z");
        Assert.Empty(await cohort.SentAsync("session-missed"));
        Assert.Contains(
            "session-1-closes",
            (await cohort.StatusAsync()).GetProperty("timeline").EnumerateArray()
                .Where(s => s.GetProperty("state").GetString() == "done").Select(s => s.GetProperty("id").GetString()));
        await service.RunToAsync("2023-05-02T08:05Z");
        Assert.NotEmpty(await cohort.SentAsync("session-missed"));
    }

    private static JsonObject Gathering(JsonObject definition, string kind) =>
        definition["events"]!.AsArray().Select(e => e!.AsObject()).First(e => (string?)e["kind"] == kind);

    private static IEnumerable<string> Warnings(JsonElement answer) => answer.GetProperty("warnings").EnumerateArray().Select(
        w => $"{w.GetProperty("field").GetString()} {w.GetProperty("date").GetString()} {w.GetProperty("reason").GetString()}");
}
