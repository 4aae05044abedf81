using System.Net;
using System.Net.Http.Json;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Recruiting;

/// <summary>The queue of applications: a place, a kind no, or help of another kind (N12, J4, T3).</summary>
public sealed class AcceptanceTests
{
    private const string Uma = "uma.harcourt@example.org";

    private static readonly string Page = $"console/cohorts/{JudicialCohort.Id}/applications";

    [Fact]
    public async Task Somebody_with_a_place_is_told_at_once_invited_with_the_others_and_their_own_wish_is_on_record()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        using var coordinator = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        Assert.Contains("Answer 1 application", (await coordinator.GetAsync("console/")).Text, StringComparison.Ordinal);
        Assert.Contains("What Uma Harcourt hopes for", (await coordinator.GetAsync(Page)).Text, StringComparison.Ordinal);
        var id = await Applying.IdOfAsync(service, Uma);

        var wrong = await coordinator.PressAsync(Page, ("do", "accept"), ("application", id), ("rank", "Emperor"), ("words", "Do come."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("#field-rank", wrong.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains("Do come.", wrong.Text, StringComparison.Ordinal);

        var done = await coordinator.PressAsync(
            Page, ("do", "accept"), ("application", id), ("organisation", "Northmoor Chambers"), ("rank", "Pupil barrister"),
            ("words", "Do come."));
        Assert.Contains("They have a place", done.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        var person = await cohort.PersonAsync(Uma);
        Assert.NotNull(person.AppliedAt);
        Assert.Contains("Do come.", Applying.To(service, Uma)[^1].Text, StringComparison.Ordinal);
        Assert.Empty(await Applying.StoredAsync(service));
        await service.RunToAsync("2023-01-30T09:30Z");
        Assert.Single(await cohort.SentAsync("invitation"), m => m.PersonId == person.Id);
        var invited = (await cohort.EmailAsync(person.Id, "invitation")).Text;
        Assert.Contains("because you applied to", invited, StringComparison.Ordinal);
        Assert.DoesNotContain("put forward", invited, StringComparison.Ordinal);
        using var again = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        Assert.Contains("Applied", (await again.GetAsync($"console/cohorts/{JudicialCohort.Id}/people/{person.Id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_kindly_they_read_what_is_said_to_them_and_never_the_reason()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var link = await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        var path = $"{Applying.Queue}/{await Applying.IdOfAsync(service, Uma)}";
        var bare = await service.Api.SendToAsync(HttpMethod.Put, path, JsonContent.Create(new { answer = "decline" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Status);
        Assert.Contains("/reason", bare.Places);
        var declined = await service.Api.SendToAsync(
            HttpMethod.Put, path,
            JsonContent.Create(new { answer = "decline", reason = "SECRET reason", words = "We were sorry to choose." }));
        Assert.Equal(HttpStatusCode.OK, declined.Status);
        await service.SettleAsync();
        var mail = Applying.To(service, Uma)[^1].Text;
        Assert.Contains("We were sorry to choose.", mail, StringComparison.Ordinal);
        Assert.Contains("Help to plan the gatherings", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", mail, StringComparison.Ordinal);
        Assert.Contains("Your application is answered", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.SendToAsync(
            HttpMethod.Put, path, JsonContent.Create(new { answer = "accept", rank = "Pupil barrister" }))).Status);

        // Thirty days later nothing of them is left but a count.
        await service.RunToAsync("2023-02-25T00:00Z");
        Assert.Empty(await Applying.StoredAsync(service));
        Assert.DoesNotContain(service.Documents.Values, d => d.Contains("Harcourt", StringComparison.Ordinal));
        var counts = (await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("counts");
        Assert.Equal(1, counts.GetProperty("byAnswer").GetProperty("declined").GetInt32());
    }

    [Fact]
    public async Task Whoever_helps_is_kept_for_the_coordinator_to_turn_to()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma, "helper");
        using var coordinator = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        await coordinator.PressAsync(Page, ("do", "accept"), ("application", await Applying.IdOfAsync(service, Uma)));
        await service.SettleAsync();
        Assert.Contains("Thank you for offering to help", Applying.To(service, Uma)[^1].Text, StringComparison.Ordinal);
        Assert.Contains(Uma, (await coordinator.GetAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Contains("No application waits", (await coordinator.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_answer_in_time_hears_that_kindly_and_the_coordinator_was_told_who_waits()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        await service.RunToAsync("2023-02-14T12:00Z");
        Assert.Single(await Applying.MailsAsync(service, "applications-waiting"));
        Assert.Empty(await Applying.MailsAsync(service, "application-declined"));
        await service.RunToAsync("2023-02-18T12:00Z");
        Assert.Contains("no place left for you", Applying.To(service, Uma)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationAnswer.Late, Assert.Single(await Applying.StoredAsync(service)).Answer);
    }

    [Fact]
    public async Task Whoever_was_declined_by_a_process_that_died_before_it_planned_the_email_is_told_in_time_and_once()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        var now = service.Clock.GetUtcNow();
        await service.Store.UpdateAsync<Application>(
            JudicialCohort.Id, await Applying.IdOfAsync(service, Uma),
            a => a.Answered(ApplicationAnswer.Declined, "We were sorry.", now, now.AddDays(30)), default);
        await service.RunToAsync("2023-02-18T12:00Z");
        Assert.Single(await Applying.MailsAsync(service, "application-declined"));
        Assert.Contains("We were sorry.", Applying.To(service, Uma)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_in_time_nobody_is_told_once_more_when_all_are_answered()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        await service.Api.SendToAsync(
            HttpMethod.Put, $"{Applying.Queue}/{await Applying.IdOfAsync(service, Uma)}",
            JsonContent.Create(new { answer = "decline", reason = "Full" }));
        await service.RunToAsync("2023-02-18T12:00Z");
        Assert.Single(await Applying.MailsAsync(service, "application-declined"));
    }

    [Fact]
    public async Task Called_off_everybody_who_waits_is_told_at_once()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        await cohort.ChangeAsync(new { change = "cancel", reason = "No room" });
        await service.SettleAsync();
        Assert.Single(await Applying.MailsAsync(service, "application-declined"));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_stands_and_the_other_is_told()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        var path = $"{Applying.Queue}/{await Applying.IdOfAsync(service, Uma)}";
        var answers = await Task.WhenAll(
            service.Api.SendToAsync(HttpMethod.Put, path, JsonContent.Create(
                new { answer = "accept", organisation = "Northmoor Chambers", rank = "Pupil barrister" })),
            service.Api.SendToAsync(HttpMethod.Put, path, JsonContent.Create(new { answer = "decline", reason = "Full" })));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        await service.SettleAsync();
        Assert.Single([
            .. await Applying.MailsAsync(service, "application-declined"), .. await Applying.MailsAsync(service, "application-accepted")]);
    }

    [Fact]
    public async Task Groups_are_told_in_steps_of_five_alone()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        foreach (var n in Enumerable.Range(0, 12))
        {
            await Applying.ApplyAsync(service, "Uma Harcourt", $"uma{n}@example.org");
        }

        var groups = (await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("counts").GetProperty("byGroup");
        Assert.Equal("10 or more", groups.GetProperty("Female").GetString());
        Assert.Equal("fewer than 5", groups.GetProperty("Disabled").GetString());
    }
}
