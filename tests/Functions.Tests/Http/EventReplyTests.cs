using System.Net;
using ReverseMentoring.Functions.Tests.Diaries;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Gatherings: invitations to the calendar, replies, joining details, another date, calling off (J7, J11, J15, N6).</summary>
public sealed class EventReplyTests
{
    [Fact]
    public async Task Whoever_says_that_they_come_or_do_not_is_counted_and_may_change_it_after_typing_their_address()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, people) = await InvitedAsync(service);
        await cohort.AnswerAsync(people[0], "launch-invitation", Comes("yes"));
        await cohort.AnswerAsync(people[1], "launch-invitation", Comes("no"));
        Assert.Equal((24, 1, 1, 22), await CountsAsync(service, "launch"));

        var link = await cohort.LinkAsync(people[0], "launch-invitation");
        Assert.Contains("Your email address", (await service.Browser.SubmitAsync(link, Comes("no"))).Text, StringComparison.Ordinal);
        Assert.Equal((24, 1, 1, 22), await CountsAsync(service, "launch"));
        await service.Browser.SubmitAsync(link, new Dictionary<string, string>(Comes("no")) { ["address"] = people[0].Email });
        Assert.Equal((24, 0, 2, 22), await CountsAsync(service, "launch"));
        Assert.Contains(
            "Please choose whether you come",
            (await service.Browser.SubmitAsync(await cohort.LinkAsync(people[2], "launch-invitation"), Comes("perhaps"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_date_that_has_moved_meanwhile_is_asked_again_with_the_new_one_and_counts_for_neither()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, people) = await InvitedAsync(service);
        await cohort.AnswerAsync(people[1], "launch-invitation", Comes("yes"));
        var link = await cohort.LinkAsync(people[0], "launch-invitation");
        await MoveLaunchAsync(cohort);
        var late = await service.Browser.SubmitAsync(link, new Dictionary<string, string>(Comes("yes")) { ["seen"] = "0" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The date has changed since this page was opened", late.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday 29 March 2023", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"yes\" checked", late.Text, StringComparison.Ordinal);
        // Whoever had answered to the old date is asked anew.
        Assert.Equal((24, 0, 0, 24), await CountsAsync(service, "launch"));
        await cohort.AnswerAsync(people[1], "change-notice", Comes("yes"));
        Assert.Equal((24, 1, 0, 23), await CountsAsync(service, "launch"));
    }

    [Fact]
    public async Task The_entry_in_the_calendar_is_updated_under_its_own_id_when_the_date_moves()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, people) = await InvitedAsync(service);
        var first = await EntryAsync(cohort, people[0].Id, "launch-invitation");
        Assert.Equal(("REQUEST", "0", "2023-03-28T16:30:00+01:00"), (first["method"], first["sequence"], first["start"]));
        await MoveLaunchAsync(cohort);
        var second = await EntryAsync(cohort, people[0].Id, "change-notice");
        Assert.Equal(("REQUEST", "1", "2023-03-29T16:30:00+01:00"), (second["method"], second["sequence"], second["start"]));
        Assert.Equal(first["uid"], second["uid"]);
        Assert.Equal($"mailto:{people[0].Email}", second["attendee"]);
    }

    [Fact]
    public async Task How_to_join_comes_on_the_day_before_to_all_but_those_who_stay_away_and_a_change_of_it_at_once()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, people) = await InvitedAsync(service);
        await cohort.AnswerAsync(people[1], "launch-invitation", Comes("no"));
        await cohort.ChangeAsync(
            new { change = "set-joining", @event = "launch", joinLink = "https://meet.example.org/a", joining = "2803" });
        await service.RunToAsync("2023-03-27T15:00Z");
        Assert.Empty(await cohort.SentAsync("event-joining"));
        await service.RunToAsync("2023-03-27T16:00Z");
        var sent = await cohort.SentAsync("event-joining");
        Assert.Equal(23, sent.Count);
        Assert.DoesNotContain(sent, m => m.PersonId == people[1].Id);
        Assert.Contains(
            "https://meet.example.org/a", (await cohort.EmailAsync(people[0].Id, "event-joining")).Text, StringComparison.Ordinal);
        Assert.Contains("meet.example.org/a", (await EntryAsync(cohort, people[0].Id, "event-joining"))["place"], StringComparison.Ordinal);

        await cohort.ChangeAsync(new { change = "set-joining", @event = "launch", joinLink = "https://meet.example.org/b" });
        await service.SettleAsync();
        Assert.Contains(
            "https://meet.example.org/b", (await cohort.EmailAsync(people[0].Id, "event-joining")).Text, StringComparison.Ordinal);
        Assert.Equal("2", (await EntryAsync(cohort, people[0].Id, "event-joining"))["sequence"]);
    }

    [Fact]
    public async Task The_coordinator_hears_two_days_before_that_nobody_has_said_how_to_join()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, _) = await InvitedAsync(service);
        await service.RunToAsync("2023-03-27T09:30Z");
        Assert.Contains(
            "joining details",
            (await cohort.EmailAsync("coordinator", "event-joining-missing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_called_off_leaves_the_calendars_and_takes_no_more_answers()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-06-05T09:30Z");
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "mixer");
        await cohort.ChangeAsync(new { change = "cancel-event", @event = "mixer", reason = "The room is gone." });
        await service.SettleAsync();
        var entry = await EntryAsync(cohort, person.Id, "event-called-off");
        Assert.Equal(("CANCEL", "1"), (entry["method"], entry["sequence"]));
        Assert.Equal((await EntryAsync(cohort, person.Id, "mixer"))["uid"], entry["uid"]);
        Assert.DoesNotContain(
            "The room is gone", (await cohort.EmailAsync(person.Id, "event-called-off")).Text, StringComparison.Ordinal);
        var late = await service.Browser.SubmitAsync(link, Comes("yes"));
        Assert.Contains("It does not take place", late.Text, StringComparison.Ordinal);
        await service.RunToAsync("2023-06-23T09:30Z");
        var head = await service.Store.FindAsync<Domain.Cohorts.Cohort>(JudicialCohort.Id, Domain.Cohorts.Cohort.DocumentId, default);
        Assert.False(head!.Value.HasDone("mixer"));
    }

    [Theory]
    [InlineData("""{"change":"cancel-event","event":"launch","reason":"x"}""", "/event")]
    [InlineData("""{"change":"cancel-event","event":"gala","reason":"x"}""", "/event")]
    [InlineData("""{"change":"cancel-event","event":"mixer"}""", "/reason")]
    [InlineData("""{"change":"set-joining","event":"mixer","joinLink":"http://meet.example.org"}""", "/joinLink")]
    [InlineData("""{"change":"set-joining","event":"mixer","joinLink":"https://me:secret@example.org"}""", "/joinLink")]
    [InlineData("""{"change":"set-joining","event":"mixer"}""", "/joining")]
    [InlineData("""{"change":"move-event","event":"mixer","to":"2023-01-01T10:00","reason":"x"}""", "/to")]
    public async Task A_change_that_can_not_be_is_told_at_its_place_and_changes_nothing(string change, string place)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        using var json = System.Text.Json.JsonDocument.Parse(change);
        var reply = await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/changes", json.RootElement);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal([place], reply.Places);
        Assert.Equal(before, service.Documents);
    }

    private static Dictionary<string, string> Comes(string answer) => new(StringComparer.Ordinal) { ["comes"] = answer };

    private static Task MoveLaunchAsync(JudicialCohort cohort) =>
        cohort.ChangeAsync(new { change = "move-event", @event = "launch", to = "2023-03-29T16:30", reason = "A strike." });

    /// <summary>Everybody is invited to the launch.</summary>
    private static async Task<(JudicialCohort Cohort, IReadOnlyList<Domain.People.Person> People)> InvitedAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-03-15T09:30Z");
        var invited = (await cohort.SentAsync("launch-invitation")).Select(m => m.PersonId).ToHashSet(StringComparer.Ordinal);
        return (cohort, [.. (await cohort.PeopleAsync()).Where(p => invited.Contains(p.Id))]);
    }

    private static async Task<(int Invited, int Coming, int NotComing, int Silent)> CountsAsync(TestService service, string name)
    {
        var events = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/events")).Json.GetProperty("events");
        var counts = events.EnumerateArray().First(e => e.GetProperty("name").GetString() == name).GetProperty("counts");
        int Of(string what) => counts.GetProperty(what).GetInt32();
        return (Of("invited"), Of("coming"), Of("notComing"), Of("silent"));
    }

    private static async Task<IReadOnlyDictionary<string, string>> EntryAsync(JudicialCohort cohort, string personId, string template) =>
        await CalendarReader.ReadAsync((await cohort.EmailAsync(personId, template)).Calendar);
}
