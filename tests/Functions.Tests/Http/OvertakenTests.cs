using System.Net;
using System.Text;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Somebody else is faster, or the service stumbles between two writes.</summary>
public sealed class OvertakenTests : IAsyncLifetime
{
    private const string Matching = $"api/cohorts/{JudicialCohort.Id}/matching";

    private InterruptedStore _store = null!;
    private TestService _service = null!;

    public async Task InitializeAsync() =>
        _service = await TestService.StartAsync(services => InterruptedStore.Around(services, store => _store = store));

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_pen_portrait_stored_before_the_service_stumbled_has_its_receipt_when_it_is_sent_again()
    {
        var cohort = await JudicialCohort.EnrollingAsync(_service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        _store.AfterWriting = d =>
        {
            if (d is Person { Portrait: not null })
            {
                _store.AfterWriting = _ => { };
                throw new IOException("The service stumbled.");
            }
        };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _service.Browser.SubmitAsync(link, Forms.Portrait(person.Name))).Status);
        await _service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("portrait-receipt"));
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _service.Browser.SubmitAsync(link, Forms.Portrait(person.Name))).Status);
            await _service.SettleAsync();
        }

        Assert.Single(await cohort.SentAsync("portrait-receipt"));
    }

    [Fact]
    public async Task A_correction_of_an_address_that_stumbled_leaves_nothing_of_the_old_one_when_it_is_sent_again()
    {
        var cohort = await JudicialCohort.EnrollingAsync(_service);
        var person = (await cohort.PeopleAsync())[0];
        _store.AfterWriting = d =>
        {
            if (d is Person { Email: "moved@example.org" })
            {
                _store.AfterWriting = _ => { };
                throw new IOException("The service stumbled.");
            }
        };
        var path = $"api/cohorts/{JudicialCohort.Id}/people/{person.Id}/address";
        async Task<HttpStatusCode> CorrectAsync() => (await _service.Api.SendToAsync(
            HttpMethod.Put,
            path,
            new StringContent("""{"email":"moved@example.org","reason":"x"}""", Encoding.UTF8, "application/json"))).Status;
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], [await CorrectAsync(), await CorrectAsync()]);
        Assert.Null(await _service.Store.FindAsync<AddressClaim>(JudicialCohort.Id, AddressClaim.IdOf(person.Email), default));
        Assert.Equal(person.Id, (await _service.Store.FindAsync<AddressClaim>(
            JudicialCohort.Id, AddressClaim.IdOf("moved@example.org"), default))!.Value.PersonId);
    }

    [Fact]
    public async Task A_release_a_proposal_and_rules_that_somebody_else_overtook_are_refused_and_undo_nothing()
    {
        await JudicialCohort.ProposedAsync(_service);
        Assert.Equal(HttpStatusCode.OK, (await PutRulesAsync("""{"version":0,"forbids":[]}""")).Status);

        _store.BeforeReplacing = d => Once<CoordinatorRules>(d, r => r with { Version = r.Version + 1 });
        await RefusedAsync(PutRulesAsync("""{"version":1,"forbids":[]}"""));
        _store.BeforeReplacing = d => Once<Proposal>(d, p => p with { Version = p.Version + 1 });
        await RefusedAsync(_service.Api.TellAsync($"{Matching}/release", new { version = 1 }));
        _store.BeforeReplacing = d => Once<Proposal>(d, p => p with { Version = p.Version + 1 });
        await RefusedAsync(_service.Api.TellAsync($"{Matching}/proposal", null));
        var proposal = (await _service.Store.FindAsync<Proposal>(JudicialCohort.Id, Proposal.DocumentId, default))!.Value;
        Assert.Equal((3, null), (proposal.Version, proposal.ReleasedAt));
    }

    private static async Task RefusedAsync(Task<Reply> asking)
    {
        var reply = await asking;
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains("at this very moment", reply.Text, StringComparison.Ordinal);
    }

    private Task<Reply> PutRulesAsync(string json) =>
        _service.Api.SendToAsync(HttpMethod.Put, $"{Matching}/rules", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Changes the stored document a moment before the service replaces it.</summary>
    private async Task Once<T>(Domain.Documents.IDocument about, Func<T, T> change)
        where T : class, Domain.Documents.IDocument
    {
        if (about is T)
        {
            _store.BeforeReplacing = _ => Task.CompletedTask;
            await _store.Inner.UpdateAsync(about.CohortId, about.Id, change, default);
        }
    }
}
