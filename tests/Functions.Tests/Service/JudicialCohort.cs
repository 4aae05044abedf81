using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>The judicial sample in a test's service, brought by the API to the state a test needs.</summary>
internal sealed class JudicialCohort(TestService service)
{
    public const string Id = "judicial-2023";

    public const string Instance = "cohort-judicial-2023";

    public const string StatusPath = $"api/cohorts/{Id}/status";

    public static async Task<JudicialCohort> DraftAsync(TestService service)
    {
        using var definition = JsonContent.Create(Samples.JudicialDefinition);
        await ExpectAsync(HttpStatusCode.Created, service.Api.PostAsync("api/cohorts", definition));
        using var people = new StringContent(Samples.JudicialPeople, Encoding.UTF8, "text/csv");
        await ExpectAsync(HttpStatusCode.OK, service.Api.PostAsync($"api/cohorts/{Id}/people", people));
        return new JudicialCohort(service);
    }

    /// <summary>Started, and everybody invited.</summary>
    public static async Task<JudicialCohort> EnrollingAsync(TestService service)
    {
        var cohort = await DraftAsync(service);
        await ExpectAsync(HttpStatusCode.Accepted, service.Api.PostAsync($"api/cohorts/{Id}/start", null));
        await service.RunToAsync("2023-01-30T09:30Z");
        return cohort;
    }

    /// <summary>Everybody's pen portrait is here and the matches are proposed.</summary>
    public static async Task<JudicialCohort> ProposedAsync(TestService service)
    {
        var cohort = await EnrollingAsync(service);
        foreach (var person in await cohort.PeopleAsync())
        {
            await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        }

        await service.RunToAsync("2023-02-27T16:30Z");
        return cohort;
    }

    /// <summary>The matches are released and everybody knows their partner.</summary>
    public static async Task<JudicialCohort> ReleasedAsync(TestService service)
    {
        var cohort = await ProposedAsync(service);
        await cohort.ReleaseAsync(1);
        await service.SettleAsync();
        return cohort;
    }

    /// <summary>The first session has closed and its reflection is open.</summary>
    public static async Task<JudicialCohort> ReflectingAsync(TestService service)
    {
        var cohort = await ReleasedAsync(service);
        await service.RunToAsync("2023-05-03T08:30Z");
        return cohort;
    }

    public async Task<IReadOnlyList<Person>> PeopleAsync() =>
        [.. (await service.Store.ListAsync<Person>(Id, Person.DocumentKind, default)).Select(p => p.Value)];

    public async Task<Person> PersonAsync(string email) => (await PeopleAsync()).First(p => p.Email == email);

    public async Task<Pair> PairOfAsync(string personId) =>
        (await service.Store.ListAsync<Pair>(Id, Pair.DocumentKind, default)).First(p => p.Value.Includes(personId)).Value;

    public async Task ReleaseAsync(int version)
    {
        using var body = JsonContent.Create(new { version });
        await ExpectAsync(HttpStatusCode.Accepted, service.Api.PostAsync($"api/cohorts/{Id}/matching/release", body));
    }

    /// <summary>Changes the cohort, and lets the time go by in which that can be taken back.</summary>
    public async Task ChangeAsync(object change)
    {
        using var body = JsonContent.Create(change);
        await ExpectAsync(HttpStatusCode.OK, service.Api.PostAsync($"api/cohorts/{Id}/changes", body));
        await service.SettleAsync();
        await service.Host.RunUntilAsync(service.Clock.GetUtcNow() + ChangeSteps.TimeToUndo);
    }

    /// <summary>The path of the link in the latest email of a template to a person.</summary>
    public async Task<string> LinkAsync(Person person, string template) => PathOf((await EmailAsync(person.Id, template)).Links[0]);

    public async Task<string> WithdrawLinkAsync(Person person, string template) =>
        PathOf((await EmailAsync(person.Id, template)).Links[^1]);

    public async Task<Envelope> EmailAsync(string personId, string template)
    {
        var mail = (await SentAsync(template)).Last(m => m.PersonId == personId);
        return await Envelope.OpenAsync(service.Emails, mail, service.Store);
    }

    /// <summary>In the order they left.</summary>
    public async Task<IReadOnlyList<OutboxMail>> SentAsync(string template) =>
        [.. (await service.Store.ListAsync<OutboxMail>(Id, OutboxMail.SettledKind, default)).Select(m => m.Value)
            .Where(m => m.State == MailState.Sent && m.Template == template).OrderBy(m => m.SettledAt)];

    /// <summary>Posts a form behind an email's link and expects a receipt.</summary>
    public async Task<string> AnswerAsync(Person person, string template, Dictionary<string, string> answers)
    {
        using var form = new FormUrlEncodedContent(answers);
        return await ExpectAsync(HttpStatusCode.OK, service.Browser.PostAsync(await LinkAsync(person, template), form));
    }

    public async Task<JsonElement> StatusAsync() => await service.Api.GetFromJsonAsync<JsonElement>(StatusPath);

    public static string PathOf(string link) => new Uri(link).PathAndQuery;

    private static async Task<string> ExpectAsync(HttpStatusCode expected, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return text;
    }
}
