using System.Text;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>A coordinator who wishes one email a week in place of many.</summary>
public sealed class WeeklyDigestTests
{
    [Fact]
    public async Task What_only_informs_comes_on_Monday_morning_in_one_email_and_once()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await EnrollingAsync(service);
        var leaver = (await cohort.PeopleAsync())[0];
        await LeaveAsync(service, cohort, leaver.Email);
        Assert.Empty(await cohort.SentAsync("participant-withdrew"));

        // The cohort opened on Monday 30 January 2023.
        await service.RunToAsync("2023-02-06T08:59Z");
        Assert.Empty(await cohort.SentAsync("weekly-digest"));
        await service.RunToAsync("2023-02-06T09:01Z");
        Assert.Single(await cohort.SentAsync("weekly-digest"));
        var text = (await cohort.EmailAsync(OutboxMail.CoordinatorId, "weekly-digest")).Text;
        Assert.Contains("Who has left", text, StringComparison.Ordinal);
        Assert.DoesNotContain(leaver.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain("did not arrive", text, StringComparison.Ordinal);

        await service.RunToAsync("2023-02-13T09:01Z");
        Assert.Single(await cohort.SentAsync("weekly-digest"));
        await LeaveAsync(service, cohort, (await cohort.PeopleAsync())[0].Email);
        await service.RunToAsync("2023-02-20T09:01Z");
        Assert.Equal(2, (await cohort.SentAsync("weekly-digest")).Count);
    }

    [Fact]
    public async Task What_waits_for_a_decision_comes_at_once_all_the_same()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await EnrollingAsync(service);
        foreach (var person in await cohort.PeopleAsync())
        {
            await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        }

        await service.RunToAsync("2023-02-27T16:30Z");
        Assert.Single(await cohort.SentAsync("matches-proposed"));
    }

    [Fact]
    public async Task What_waited_for_it_when_the_cohort_was_called_off_is_told_all_the_same()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await EnrollingAsync(service);
        await LeaveAsync(service, cohort, (await cohort.PeopleAsync())[0].Email);
        await cohort.ChangeAsync(new { change = "cancel", reason = "No room." });
        await service.RunToAsync("2023-02-06T09:01Z");
        Assert.Single(await cohort.SentAsync("weekly-digest"));
    }

    [Fact]
    public async Task The_timeline_that_people_read_is_without_it()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await EnrollingAsync(service);
        await service.RunToAsync("2023-02-14T12:00Z");
        Assert.DoesNotContain("weekly-digest", (await cohort.StatusAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weeks_in_which_the_service_was_off_are_made_up_for_by_one()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await EnrollingAsync(service);
        await LeaveAsync(service, cohort, (await cohort.PeopleAsync())[0].Email);
        await LeaveAsync(service, cohort, (await cohort.PeopleAsync())[0].Email);
        await service.RunToAsync("2023-02-21T12:00Z");
        Assert.Single(await cohort.SentAsync("weekly-digest"));
        var text = (await cohort.EmailAsync(OutboxMail.CoordinatorId, "weekly-digest")).Text;
        Assert.Equal(2, text.Split("\n- A reverse ").Length - 1);
    }

    private static async Task<JudicialCohort> EnrollingAsync(TestService service)
    {
        var definition = Samples.JudicialDefinition;
        definition["coordinator"]!["mail"] = "weekly";
        using var body = new StringContent(definition.ToJsonString(), Encoding.UTF8, "application/json");
        (await service.Api.PostAsync("api/cohorts", body)).EnsureSuccessStatusCode();
        using var people = new StringContent(Samples.JudicialPeople, Encoding.UTF8, "text/csv");
        (await service.Api.PostAsync($"api/cohorts/{JudicialCohort.Id}/people", people)).EnsureSuccessStatusCode();
        (await service.Api.PostAsync($"api/cohorts/{JudicialCohort.Id}/start", null)).EnsureSuccessStatusCode();
        await service.RunToAsync("2023-01-30T09:30Z");
        return new JudicialCohort(service);
    }

    private static async Task LeaveAsync(TestService service, JudicialCohort cohort, string email)
    {
        var person = await cohort.PersonAsync(email);
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "invitation"), Forms.Withdrawal(email));
        await service.SettleAsync();
    }
}
