using System.Net;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class ChangeNoticesTests : IAsyncLifetime
{
    private const string Changes = $"api/cohorts/{JudicialCohort.Id}/changes";

    private static readonly object Extension = new { change = "extend-deadline", to = "2023-03-03T16:00", reason = "Half-term." };

    private InterruptedStore _store = null!;
    private TestService _service = null!;
    private JudicialCohort _cohort = null!;

    public async Task InitializeAsync()
    {
        _service = await TestService.StartAsync(services => InterruptedStore.Around(services, store => _store = store));
        _cohort = await JudicialCohort.EnrollingAsync(_service);
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_change_after_whose_storing_the_service_stumbled_is_told_to_everybody_within_a_day()
    {
        FailOnceAfter(d => d is Cohort { Changes.Count: 1 });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _service.Api.TellAsync(Changes, Extension)).Status);
        await _service.SettleAsync();
        Assert.Empty(await ToldAsync());
        await _service.RunToAsync("2023-01-31T10:00Z");
        Assert.Equal((await _cohort.PeopleAsync()).Select(p => p.Id), await ToldAsync());
    }

    [Fact]
    public async Task Notices_of_which_only_some_were_planned_before_the_service_stumbled_reach_everybody_once()
    {
        FailOnceAfter(d => d is OutboxMail { Template: "change-notice" });
        await _cohort.ChangeAsync(Extension);
        await _service.RunToAsync("2023-02-01T10:00Z");
        var before = _service.Documents;
        Assert.Equal((await _cohort.PeopleAsync()).Select(p => p.Id), await ToldAsync());
        await _service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "change-1"), default);
        Assert.Equal(before, _service.Documents);
    }

    [Fact]
    public async Task A_change_that_another_overtook_is_told_to_nobody_and_once_when_it_is_sent_again()
    {
        var overtaken = false;
        _store.BeforeReplacing = async document =>
        {
            if (document is Cohort { Changes.Count: 1 } && !overtaken)
            {
                overtaken = true;
                await _store.Inner.UpdateAsync<Cohort>(
                    JudicialCohort.Id, Cohort.DocumentId, c => c with { CoordinatorSuppressedAt = TestService.Epoch }, default);
            }
        };
        Assert.Equal(HttpStatusCode.Conflict, (await _service.Api.TellAsync(Changes, Extension)).Status);
        await _service.RunToAsync("2023-02-01T10:00Z");
        Assert.Empty(await ToldAsync());
        await _cohort.ChangeAsync(Extension);
        Assert.Equal((await _cohort.PeopleAsync()).Select(p => p.Id), await ToldAsync());
    }

    private void FailOnceAfter(Func<IDocument, bool> written)
    {
        var failed = false;
        _store.AfterWriting = document =>
        {
            if (!failed && written(document))
            {
                failed = true;
                throw new IOException("The service stumbled.");
            }
        };
    }

    /// <summary>Ids in order; twice where somebody was told twice.</summary>
    private async Task<IEnumerable<string>> ToldAsync() =>
        (await _cohort.SentAsync("change-notice")).Select(m => m.PersonId).Order(StringComparer.Ordinal);
}
