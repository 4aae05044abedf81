using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Midway and at the end people look at their objectives again, and midway at how their pairing goes (K9, A6).</summary>
public sealed class LookingBackTests
{
    [Fact]
    public async Task It_is_asked_with_the_reflections_midway_and_at_the_end_and_with_no_other()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await AtAsync(service, "2023-05-03T08:30Z");
        Assert.DoesNotContain("name=\"objectives\"", await PageAsync(service, cohort, person), StringComparison.Ordinal);
        await service.RunToAsync("2023-07-03T08:30Z");
        var midway = await PageAsync(service, cohort, person);
        Assert.Contains("name=\"objectives\"", midway, StringComparison.Ordinal);
        Assert.Contains("name=\"going\"", midway, StringComparison.Ordinal);
        await service.RunToAsync("2023-10-02T08:30Z");
        var end = await PageAsync(service, cohort, person);
        Assert.Contains("name=\"objectives\"", end, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"going\"", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_would_like_to_speak_is_named_to_the_coordinator_once_and_to_nobody_else()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await AtAsync(service, "2023-07-03T08:30Z");
        var partner = (await cohort.PairOfAsync(person.Id)).PartnerOf(person.Id);
        var before = (await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.SettledKind, default)).Count;
        for (var times = 0; times < 2; times++)
        {
            await cohort.AnswerAsync(person, "reflection-opening", Answer("on-the-way", "speak"));
            await service.SettleAsync();
        }

        var told = Assert.Single(await cohort.SentAsync("midway-wish"));
        Assert.Equal(OutboxMail.CoordinatorId, told.PersonId);
        var email = await cohort.EmailAsync(OutboxMail.CoordinatorId, "midway-wish");
        Assert.Contains(person.Name, email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Name, email.Subject, StringComparison.Ordinal);
        Assert.Equal(before + 1, (await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.SettledKind, default)).Count);
        Assert.DoesNotContain(await cohort.SentAsync("midway-wish"), m => m.PersonId == partner);
        Assert.Equal(new LookBack(ObjectivesNow.OnTheWay, Going.Speak), (await cohort.PersonAsync(person.Email)).LookBacks[3]);
    }

    [Fact]
    public async Task Nobody_need_answer_and_an_answer_can_be_taken_back()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await AtAsync(service, "2023-07-03T08:30Z");
        await cohort.AnswerAsync(person, "reflection-opening", Answer("not-yet", "well"));
        Assert.Equal(ObjectivesNow.NotYet, (await cohort.PersonAsync(person.Email)).LookBacks[3].Objectives);
        await cohort.AnswerAsync(person, "reflection-opening", new(Answer("", "")) { ["address"] = person.Email });
        Assert.Empty((await cohort.PersonAsync(person.Email)).LookBacks);
        Assert.Empty(await cohort.SentAsync("midway-wish"));
    }

    [Fact]
    public async Task Whoever_takes_the_wish_back_before_the_email_leaves_is_not_named()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await AtAsync(service, "2023-07-03T08:30Z");
        var mail = new Domain.Programme.EmailContext(
            ReflectionEmails.Wish.With(
                OutboxMail.Planned(
                    JudicialCohort.Id, "midway", ReflectionEmails.Wish.Template, OutboxMail.CoordinatorId, service.Clock.GetUtcNow()),
                new WishFacts(person.Id)),
            await service.Host.Services.GetRequiredService<CohortReader>().ReadAsync(JudicialCohort.Id, default),
            service.Clock.GetUtcNow());
        Assert.Equal("they took it back", ReflectionEmails.Wish.WhyNot(mail));
        await cohort.AnswerAsync(person, "reflection-opening", Answer("", "speak"));
        var stands = mail with
        {
            Cohort = await service.Host.Services.GetRequiredService<CohortReader>().ReadAsync(JudicialCohort.Id, default),
        };
        Assert.Null(ReflectionEmails.Wish.WhyNot(stands));
    }

    [Fact]
    public async Task The_coordinator_sees_counts_from_five_on_and_never_who()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, _) = await AtAsync(service, "2023-07-03T08:30Z");
        foreach (var (person, n) in (await cohort.PeopleAsync()).Take(8).Select((p, n) => (p, n)))
        {
            var answer = Answer(n < 5 ? "on-the-way" : "reached", n < 6 ? "well" : "could-be-better");
            await cohort.AnswerAsync(person, "reflection-opening", answer);
        }

        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        Assert.Contains(
            "fewer than five have reached it, 5 are on the way, fewer than five are not there yet",
            (await coordinator.GetAsync($"console/cohorts/{JudicialCohort.Id}")).Text, StringComparison.Ordinal);
        await service.Api.SendToAsync(
            HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/team",
            new StringContent("""{"team":[{"name":"Lena Moss","email":"lena@example.org","role":"lead"}]}""", null, "application/json"));
        using var lead = await StaffBrowser.SignedInAsync(service, "lena@example.org");
        var overview = await lead.GetAsync($"console/cohorts/{JudicialCohort.Id}");
        Assert.Equal(System.Net.HttpStatusCode.OK, overview.Status);
        Assert.DoesNotContain("are on the way", overview.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Answer(string objectives, string going) => new(StringComparer.Ordinal)
    {
        ["choice"] = "acknowledge",
        ["text"] = "",
        ["readers"] = "",
        ["objectives"] = objectives,
        ["going"] = going,
    };

    private static async Task<string> PageAsync(TestService service, JudicialCohort cohort, Person person) =>
        (await service.Browser.AskAsync(await cohort.LinkAsync(person, "reflection-opening"))).Text;

    private static async Task<(JudicialCohort Cohort, Person Person)> AtAsync(TestService service, string instant)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync(instant);
        return (cohort, (await cohort.PeopleAsync()).First(p => p.IsMentor));
    }
}
