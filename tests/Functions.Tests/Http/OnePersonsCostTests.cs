using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.Store;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>What one person does costs what one person costs, however many are in the cohort (V1).</summary>
public sealed class OnePersonsCostTests
{
    private const int MostReads = 8;

    [Fact]
    public async Task No_page_behind_a_link_reads_everybody()
    {
        RecordedStore? store = null;
        await using var service = await TestService.StartAsync(services => RecordedStore.Around(services, made => store = made));
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        var pair = await cohort.PairOfAsync(person.Id);
        foreach (var form in MentoringProgramme.Declared.Forms)
        {
            var link = await MintAsync(service, new LinkGrant
            {
                CohortId = JudicialCohort.Id,
                Id = "",
                PersonId = person.Id,
                Purpose = form.Key,
                PairId = pair.Id,
                Number = 1,
                Expires = service.Clock.GetUtcNow().AddDays(1),
            });
            foreach (var query in new[] { "", "?change", "?read", "?receipt", "?files" })
            {
                await CheckAsync($"{form.Key}{query}", () => service.Browser.AskAsync(link + query));
                await CheckAsync(
                    $"POST {form.Key}{query}", () => service.Browser.SubmitAsync(link + query, Forms.Address(person.Email)));
            }
        }

        await CheckAsync("unknown", () => service.Browser.AskAsync($"r/{JudicialCohort.Id}.unknown"));

        async Task CheckAsync(string what, Func<Task<Reply>> ask)
        {
            store!.Calls.Clear();
            await ask();
            Assert.True(!store.Lists.Any(), $"{what} listed {string.Join(", ", store.Lists)}.");
            Assert.InRange(store.Reads, 1, MostReads);
        }
    }

    [Fact]
    public async Task An_answer_reads_and_writes_what_is_the_persons_alone()
    {
        RecordedStore? store = null;
        await using var service = await TestService.StartAsync(services => RecordedStore.Around(services, made => store = made));
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        var link = await cohort.LinkAsync(person, "reflection-opening");
        var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = service.Browser.BaseAddress };
        await service.Admin.TellAsync(
            $"api/operations/orchestrations/{JudicialCohort.Instance}/suspend", new { reason = "Only the answer is to be counted." });
        store!.Calls.Clear();
        using var form = new FormUrlEncodedContent(Forms.Reflection("My own words.", "only-me"));
        Assert.Equal(HttpStatusCode.SeeOther, (await plain.SendToAsync(HttpMethod.Post, link, form)).Status);
        Assert.Empty(store.Lists);
        Assert.InRange(store.Reads, 1, 2 * MostReads);
        Assert.InRange(store.Writes, 1, 3);
    }

    [Fact]
    public async Task Somebody_stored_by_an_earlier_version_finds_their_matches_all_the_same()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        Assert.Equal([(await cohort.PairOfAsync(person.Id)).Id], person.MatchIds);
        var reader = service.Host.Services.GetRequiredService<Functions.Store.CohortReader>();
        var now = await reader.FindAroundAsync(JudicialCohort.Id, person.Id, default);
        var stored = await service.Store.FindAsync<Domain.People.Person>(JudicialCohort.Id, person.Id, default);
        await service.Store.TryReplaceAsync(person with { MatchIds = null }, stored!.ETag, default);
        var before = await reader.FindAroundAsync(JudicialCohort.Id, person.Id, default);
        Assert.Equal(now!.Pairs.Select(p => p.Id), before!.Pairs.Select(p => p.Id));
        Assert.Single(before.Pairs);
    }

    private static async Task<string> MintAsync(TestService service, LinkGrant grant) =>
        JudicialCohort.PathOf((await service.Host.Services.GetRequiredService<LinkMinter>().MintAsync(grant, default)).ToString());
}
