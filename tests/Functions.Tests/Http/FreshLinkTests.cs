using System.Net;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.Store;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Asking for a fresh link tells nothing of who is in a cohort, and costs nobody their mail (S6).</summary>
public sealed class FreshLinkTests
{
    private const string Member = "uma.jessop@example.org";
    private const string Stranger = "stranger@example.org";

    [Fact]
    public async Task A_member_and_a_stranger_cost_the_same_questions_and_the_same_writes()
    {
        RecordedStore? store = null;
        await using var service = await TestService.StartAsync(services => RecordedStore.Around(services, made => store = made));
        await JudicialCohort.EnrollingAsync(service);
        await SuspendAsync(service);
        // The first of the day makes the ledger; from then on they are alike.
        await AskAsync(service, "r/judicial-2023.first", "first@example.org");
        var costs = new List<string>();
        foreach (var email in new[] { Member, Stranger, "another@example.org" })
        {
            store!.Calls.Clear();
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, "r/judicial-2023.unknown", email)).Status);
            costs.Add(string.Join('\n', store.Calls));
        }

        Assert.NotEmpty(costs[0]);
        Assert.Single(costs.Distinct());
    }

    [Fact]
    public async Task One_link_is_asked_through_five_times_an_hour_and_a_cohort_sixty_whoever_asks()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        await SuspendAsync(service);
        for (var i = 0; i < FreshLinkLedger.MostByLink; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, "r/judicial-2023.one", $"s{i}@example.org")).Status);
        }

        var refused = await AskAsync(service, "r/judicial-2023.one", Member);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("try again in an hour", refused.Text, StringComparison.Ordinal);
        for (var i = FreshLinkLedger.MostByLink; i < FreshLinkLedger.MostInHour; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, $"r/judicial-2023.link-{i}", Stranger)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(service, "r/judicial-2023.last", Member)).Status);
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, "r/judicial-2023.last", Member)).Status);
    }

    [Fact]
    public async Task Somebody_gets_one_an_hour_and_three_a_day()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        for (var hour = 0; hour < 6; hour++)
        {
            await AskAsync(service, $"r/judicial-2023.a{hour}", Member);
            await AskAsync(service, $"r/judicial-2023.b{hour}", Member);
            await service.SettleAsync();
            Assert.Equal(Math.Min(hour + 1, 3), (await cohort.SentAsync("fresh-link")).Count);
            service.Clock.Advance(TimeSpan.FromMinutes(61));
        }
    }

    [Fact]
    public async Task Fresh_links_never_take_more_than_a_tenth_of_the_quota()
    {
        await using var service = await TestService.StartAsync(quota: new SendQuota(30, 100));
        var cohort = await JudicialCohort.EnrollingAsync(service);
        await service.RunToAsync("2023-01-31T09:00Z");
        foreach (var person in await cohort.PeopleAsync())
        {
            await AskAsync(service, $"r/judicial-2023.{person.Id}", person.Email);
        }

        await service.RunToAsync("2023-01-31T09:59Z");
        Assert.Equal(10, (await cohort.SentAsync("fresh-link")).Count);
        await service.RunToAsync("2023-01-31T13:00Z");
        Assert.Equal(24, (await cohort.SentAsync("fresh-link")).Count);
    }

    [Fact]
    public async Task Whoever_guesses_at_the_address_behind_a_link_is_stopped_and_what_was_typed_is_kept()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        var link = await cohort.LinkAsync(person, "invitation");
        var guess = new Dictionary<string, string>(Forms.Portrait("Mallory")) { ["address"] = "" };
        for (var i = 0; i < Functions.Web.Callers.MostGuesses; i++)
        {
            guess["address"] = $"guess{i}@example.org";
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Browser.SubmitAsync(link, guess)).Status);
        }

        guess["address"] = person.Email;
        var stopped = await service.Browser.SubmitAsync(link, guess);
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
        Assert.Contains("Mallory", Templates.Parse(stopped.Text).QuerySelector("input[name=name]")!.GetAttribute("value"),
            StringComparison.Ordinal);
        Assert.Equal(person.Name, (await cohort.PersonAsync(person.Email)).Portrait!.Name);
    }

    private static Task<Reply> AskAsync(TestService service, string link, string email) =>
        service.Browser.SubmitAsync(link, Forms.Address(email));

    private static Task SuspendAsync(TestService service) => service.Admin.TellAsync(
        $"api/operations/orchestrations/{JudicialCohort.Instance}/suspend", new { reason = "Only the request is to be counted." });
}
