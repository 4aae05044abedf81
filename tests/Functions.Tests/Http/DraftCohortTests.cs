using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Nobody is stored whom no clock watches: in drafts, and where an administrator has stopped a cohort (S11, A3, O1).</summary>
public sealed class DraftCohortTests
{
    private const string Path = $"api/cohorts/{JudicialCohort.Id}";

    [Fact]
    public async Task A_draft_is_deleted_with_everybody_in_it_and_proof_stays()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var reply = await service.Api.SendToAsync(HttpMethod.Delete, Path, null);
        Assert.Equal((HttpStatusCode.OK, 24), (reply.Status, reply.Json.GetProperty("people").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.AskAsync(Path)).Status);
        Assert.DoesNotContain("@example.org", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        var proofs = await service.Store.ListAsync<ErasureProof>(JudicialCohort.Id, ErasureProof.DocumentKind, default);
        Assert.Equal(24, proofs.Count);
        Assert.All(proofs, p => Assert.Equal(ErasureReason.Draft, p.Value.Because));
        await JudicialCohort.DraftAsync(service);
    }

    [Fact]
    public async Task People_added_while_the_draft_is_deleted_go_with_it()
    {
        InterruptedStore? store = null;
        await using var service = await TestService.StartAsync(services => InterruptedStore.Around(services, made => store = made));
        using var definition = JsonContent.Create(Samples.JudicialDefinition);
        await service.Api.PostAsync("api/cohorts", definition);
        store!.BeforeCreating = document =>
        {
            if (document is Person)
            {
                store.BeforeCreating = _ => { };
                Assert.Equal(HttpStatusCode.OK, service.Api.SendToAsync(HttpMethod.Delete, Path, null).GetAwaiter().GetResult().Status);
            }
        };
        using var people = new StringContent(Samples.JudicialPeople, System.Text.Encoding.UTF8, "text/csv");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.SendToAsync(HttpMethod.Post, $"{Path}/people", people)).Status);
        Assert.DoesNotContain("@example.org", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_whose_deadline_is_a_month_past_is_deleted_by_itself_and_says_so_before()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        Assert.Equal(
            new DateTimeOffset(2023, 3, 29, 15, 0, 0, TimeSpan.Zero),
            (await service.Api.AskAsync(Path)).Json.GetProperty("keptUntil").GetDateTimeOffset());
        await service.RunToAsync("2023-03-29T12:00Z");
        Assert.Equal(HttpStatusCode.OK, (await service.Api.AskAsync(Path)).Status);
        await service.RunToAsync("2023-03-30T12:00Z");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.AskAsync(Path)).Status);
        Assert.DoesNotContain("@example.org", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_that_was_started_is_neither_deleted_nor_laid_down_anew()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.SendToAsync(HttpMethod.Delete, Path, null)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await EditAsync(service, d => d["name"] = "Another")).Status);
    }

    [Fact]
    public async Task A_draft_is_laid_down_anew_and_its_people_stay()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.DraftAsync(service);
        Assert.Equal(HttpStatusCode.OK, (await EditAsync(service, d => d["name"] = "Another name")).Status);
        Assert.Equal(
            "Another name", (await service.Api.AskAsync(Path)).Json.GetProperty("definition").GetProperty("name").GetString());
        Assert.Equal(24, (await cohort.PeopleAsync()).Count);
        Assert.Equal(["/id"], (await EditAsync(service, d => d["id"] = "another")).Places);
        Assert.Equal(["/scheme"], (await EditAsync(service, d => d["scheme"] = "law-firm")).Places);
        Assert.Contains("/evaluation/closes", (await EditAsync(service, d => d["evaluation"]!["closes"] = "2023-01-01T09:00")).Places);
    }

    [Fact]
    public async Task Its_coordinator_sees_who_has_not_answered_and_nothing_that_anybody_wrote()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        var reply = await service.Api.AskAsync($"{Path}/people");
        var answered = reply.Json.GetProperty("people").EnumerateArray().Where(p => p.TryGetProperty("penPortraitAt", out _)).ToList();
        Assert.Equal([person.Email], answered.Select(p => p.GetProperty("email").GetString()));
        Assert.Equal(24, reply.Json.GetProperty("people").GetArrayLength());
        Assert.DoesNotContain(Forms.Portrait(person.Name)["why_interested"], reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_taken_off_a_draft_is_gone_at_once_and_not_written_to()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.DraftAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await RemoveAsync(service, person);
        Assert.DoesNotContain(person.Email, string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await TryRemoveAsync(service, person)).Status);
        Assert.False(Directory.Exists(service.Emails) && Directory.EnumerateFiles(service.Emails).Any());
    }

    [Fact]
    public async Task Somebody_taken_off_a_running_cohort_is_told_who_did_it_and_erased()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var email = await RemovedEmailAsync(service, cohort, person);
        Assert.Contains("The coordinator took you off", email, StringComparison.Ordinal);
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Id == person.Id);
        Assert.Single(await cohort.SentAsync("partner-withdrew"));
        var reasons = (await service.Api.AskAsync(Path)).Json.GetProperty("changes").EnumerateArray()
            .Select(c => c.GetProperty("reason").GetString());
        Assert.Equal(["They have left the organisation."], reasons);
    }

    [Theory]
    [InlineData("suspend", "suspended")]
    [InlineData("terminate", "terminated")]
    public async Task Where_an_administrator_has_stopped_a_cohort_its_status_says_so_and_peoples_clocks_run_on(string lever, string stopped)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var leaver = (await cohort.PeopleAsync())[0];
        await service.Admin.TellAsync(
            $"api/operations/orchestrations/{JudicialCohort.Instance}/{lever}", new { reason = "A fault is looked into." });
        await service.SettleAsync();
        var status = await cohort.StatusAsync();
        Assert.Equal(stopped, status.GetProperty("stopped").GetString());
        Assert.False(status.TryGetProperty("next", out _));
        Assert.Contains("an administrator", status.GetProperty("waitingFor")[0].GetString(), StringComparison.Ordinal);
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(leaver, "introduction"), Forms.Withdrawal(leaver.Email));
        await service.RunToAsync("2023-03-10T12:00Z");
        Assert.DoesNotContain(leaver.Email, string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        await service.RunToAsync("2024-10-02T12:00Z");
        Assert.Empty(await cohort.PeopleAsync());
        Assert.DoesNotContain(
            await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.OpenKind, default), m => m.Value.Departed is not null);
        var head = await service.Store.FindAsync<Cohort>(JudicialCohort.Id, Cohort.DocumentId, default);
        Assert.NotEqual(CohortStatus.Draft, head!.Value.Status);
    }

    private static async Task<string> RemovedEmailAsync(TestService service, JudicialCohort cohort, Person person)
    {
        await RemoveAsync(service, person);
        await service.SettleAsync();
        return (await cohort.EmailAsync(person.Id, "removal-receipt")).Text;
    }

    private static async Task RemoveAsync(TestService service, Person person) =>
        Assert.Equal(HttpStatusCode.OK, (await TryRemoveAsync(service, person)).Status);

    private static Task<Reply> TryRemoveAsync(TestService service, Person person) =>
        service.Api.TellAsync($"{Path}/people/{person.Id}/removal", new { reason = "They have left the organisation." });

    private static async Task<Reply> EditAsync(TestService service, Action<JsonNode> change)
    {
        var definition = JsonNode.Parse(Samples.JudicialDefinition.ToJsonString())!;
        change(definition);
        using var body = JsonContent.Create(definition);
        return await service.Api.SendToAsync(HttpMethod.Put, Path, body);
    }
}
