using System.Net;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class ChangesTests
{
    private const string Changes = "api/cohorts/judicial-2023/changes";

    [Fact]
    public async Task An_extended_deadline_moves_the_matching_and_tells_those_who_have_not_answered()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var answered = (await cohort.PeopleAsync())[0];
        await cohort.AnswerAsync(answered, "invitation", Forms.Portrait(answered.Name));
        await cohort.ChangeAsync(new { change = "extend-deadline", to = "2023-03-03T16:00", reason = "Half-term." });
        Assert.Equal(23, (await cohort.SentAsync("change-notice")).Count);
        Assert.DoesNotContain(await cohort.SentAsync("change-notice"), m => m.PersonId == answered.Id);
        await service.RunToAsync("2023-03-03T15:59Z");
        Assert.Empty(await cohort.SentAsync("matches-proposed"));
        await service.RunToAsync("2023-03-03T16:10Z");
        Assert.Single(await cohort.SentAsync("matches-proposed"));
        var change = (await service.Api.AskAsync("api/cohorts/judicial-2023")).Json.GetProperty("changes")[0];
        Assert.Equal("Half-term.", change.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_moved_event_takes_place_then_and_only_those_invited_hear_of_the_change()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await cohort.ChangeAsync(new { change = "move-event", @event = "mixer", to = "2023-06-29T18:00", reason = "The room is taken." });
        Assert.Empty(await cohort.SentAsync("change-notice"));
        await service.RunToAsync("2023-05-03T09:00Z");
        await cohort.ChangeAsync(
            new { change = "move-event", @event = "support-session-1", to = "2023-05-17T17:00", reason = "A lead is ill." });
        var told = (await cohort.SentAsync("change-notice")).Select(m => m.PersonId).Order();
        Assert.Equal((await cohort.SentAsync("support-session")).Select(m => m.PersonId).Order(), told);
        Assert.Equal(12, told.Count());
        await service.RunToAsync("2023-05-17T15:59Z");
        Assert.DoesNotContain("support-session-1", await DoneAsync(cohort));
        await service.RunToAsync("2023-05-17T16:05Z");
        Assert.Contains("support-session-1", await DoneAsync(cohort));
    }

    [Fact]
    public async Task A_change_is_taken_back_before_anybody_hears_of_it_and_not_when_an_email_has_left_since()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var extension = new { change = "extend-deadline", to = "2023-03-03T16:00", reason = "Half-term." };
        var undo = new { change = "undo", reason = "A slip." };
        Assert.Equal(HttpStatusCode.OK, (await service.Api.TellAsync(Changes, extension)).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.TellAsync(Changes, undo)).Status);
        await service.RunToAsync("2023-01-30T12:00Z");
        Assert.Empty(await cohort.SentAsync("change-notice"));

        Assert.Equal(HttpStatusCode.OK, (await service.Api.TellAsync(Changes, extension)).Status);
        var person = (await cohort.PeopleAsync())[0];
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        await service.SettleAsync();
        var refused = await service.Api.TellAsync(Changes, undo);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Emails have left since that change", refused.Text, StringComparison.Ordinal);
        await service.RunToAsync("2023-01-30T14:00Z");
        // Whoever answered meanwhile was concerned when it was made.
        Assert.Equal(24, (await cohort.SentAsync("change-notice")).Count);
    }

    [Fact]
    public async Task A_paused_cohort_waits_and_goes_on_when_resumed()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        await cohort.ChangeAsync(new { change = "pause", reason = "A question of funding." });
        await service.RunToAsync("2023-02-20T12:00Z");
        Assert.Empty(await cohort.SentAsync("portrait-reminder"));
        Assert.True((await cohort.StatusAsync()).GetProperty("paused").GetBoolean());
        await cohort.ChangeAsync(new { change = "resume", reason = "It is answered." });
        Assert.Equal(24, (await cohort.SentAsync("portrait-reminder")).Count);
    }

    [Fact]
    public async Task A_cancelled_cohort_tells_everybody_and_does_nothing_more_but_erase()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await cohort.ChangeAsync(new { change = "cancel", reason = "The scheme is closed." });
        Assert.Equal(24, (await cohort.SentAsync("cohort-cancelled")).Count(m => m.PersonId != OutboxMail.CoordinatorId));
        await service.RunToAsync("2023-06-01T12:00Z");
        Assert.Empty(await cohort.SentAsync("launch-invitation"));
        await service.RunToAsync("2024-03-15T12:00Z");
        Assert.Empty(await cohort.PeopleAsync());
    }

    [Theory]
    [InlineData("""{"change":"explode","reason":"x"}""", "/change")]
    [InlineData("""{"change":"pause"}""", "/reason")]
    [InlineData("""{"change":"resume","reason":"x"}""", "/change")]
    [InlineData("""{"change":"extend-deadline","reason":"x"}""", "/to")]
    [InlineData("""{"change":"extend-deadline","reason":"x","to":"2023-02-20T16:00"}""", "/to")]
    [InlineData("""{"change":"extend-deadline","reason":"x","to":"2023-03-20T16:00"}""", "/releaseBy")]
    [InlineData("""{"change":"move-event","reason":"x","to":"2023-07-01T16:00","event":"party"}""", "/event")]
    [InlineData("""{"change":"move-event","reason":"x","to":"2022-07-01T16:00","event":"mixer"}""", "/to")]
    [InlineData("""{"change":"pause","reason":"x","soon":true}""", "/soon")]
    public async Task A_change_that_cannot_be_is_refused_with_its_place_and_changes_nothing(string body, string place)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        using var json = new StringContent(body);
        var refused = await service.Api.SendToAsync(HttpMethod.Post, Changes, json);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Contains(place, refused.Places);
        Assert.Equal(before, service.Documents);
    }

    private static async Task<IReadOnlyList<string>> DoneAsync(JudicialCohort cohort) =>
        [.. (await cohort.StatusAsync()).GetProperty("timeline")
            .EnumerateArray().Where(s => s.GetProperty("state").GetString() == "done").Select(s => s.GetProperty("name").GetString()!)];
}
