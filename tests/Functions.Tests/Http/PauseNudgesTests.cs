using System.Net;
using MimeKit;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class PauseNudgesTests
{
    private static readonly Dictionary<string, string> OneClick = new(StringComparer.Ordinal) { ["List-Unsubscribe"] = "One-Click" };

    [Fact]
    public async Task One_click_in_the_mail_program_stops_reminders_and_nothing_else()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await service.RunToAsync("2023-05-12T12:00Z");
        var link = PauseLink(service, person.Id, "reflection-reminder")
            ?? throw new InvalidOperationException("The reminder has no way to stop reminders.");

        Assert.Equal(HttpStatusCode.OK, (await service.Browser.AskAsync(link)).Status);
        Assert.False((await cohort.PersonAsync(person.Email)).NudgesPaused);
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.SubmitAsync(link, OneClick)).Status);
        Assert.True((await cohort.PersonAsync(person.Email)).NudgesPaused);

        await service.RunToAsync("2023-07-12T12:00Z");
        Assert.Single(await cohort.SentAsync("reflection-reminder"), m => m.PersonId == person.Id);
        Assert.Equal(3, (await cohort.SentAsync("reflection-opening")).Count(m => m.PersonId == person.Id));
        Assert.Null((await cohort.PersonAsync(person.Email)).WithdrawnAt);
    }

    [Fact]
    public async Task An_email_that_people_have_to_get_offers_no_click_that_stops_it()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        Assert.Null(PauseLink(service, person.Id, "session-opening"));
        Assert.Null(PauseLink(service, person.Id, "introduction"));
    }

    private static string? PauseLink(TestService service, string personId, string template)
    {
        var file = Directory.GetFiles(service.Emails, $"*-{template}-{personId}*.eml").Order(StringComparer.Ordinal).First();
        using var message = MimeMessage.Load(file);
        if (message.Headers[HeaderId.ListUnsubscribePost] != "List-Unsubscribe=One-Click")
        {
            return null;
        }

        return JudicialCohort.PathOf(message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
    }
}
