using System.Net;
using System.Text;
using System.Text.Json;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Matching;

/// <summary>
/// Two reverse mentors and three reverse mentees of one firm; Ann with Eve and Ben with Fay suit each other best, Gil is left over.
/// </summary>
internal sealed class FirmCohort(TestService service)
{
    public const string Id = "firm-2023";
    public const string Matching = $"api/cohorts/{Id}/matching";

    private const string Columns = "role,name,email,organisation,rank,team,topics,interests,client";

    public const string People = $"""
        {Columns}
        reverse mentor,Ann Ashe,ann@example.org,Vale LLP,Paralegal,Disputes,wellbeing; AI at work,chess,
        reverse mentor,Ben Bly,ben@example.org,Vale LLP,Associate,Property,leadership,,Corvid Games
        reverse mentee,Eve Elm,eve@example.org,Vale LLP,Partner,Energy,wellbeing; AI at work,chess,
        reverse mentee,Fay Fox,fay@example.org,Vale LLP,Partner,Tax,leadership,,
        reverse mentee,Gil Gow,gil@example.org,Vale LLP,Partner,Disputes,,,Corvid Games
        """;

    public TestService Service => service;

    /// <summary>A service whose law-firm scheme asks for consent in this way.</summary>
    public static Task<TestService> ServiceAsync(ConsentMode consent) =>
        OtherSchemes.ServiceAsync(scheme => scheme with { Matching = scheme.Matching with { Consent = consent } });

    public static async Task<FirmCohort> EnrollingAsync(TestService service, string people = People)
    {
        var definition = Samples.JudicialDefinition;
        definition["id"] = Id;
        definition["scheme"] = "law-firm";
        Assert.Equal(HttpStatusCode.Created, (await service.Api.TellAsync("api/cohorts", definition)).Status);
        var added = await service.Api.SendToAsync(
            HttpMethod.Post, $"api/cohorts/{Id}/people", new StringContent(people, Encoding.UTF8, "text/csv"));
        Assert.True(added.Status == HttpStatusCode.OK, added.Text);
        Assert.Equal(0, added.Json.GetProperty("refused").GetInt32());
        Assert.Equal(HttpStatusCode.Accepted, (await service.Api.TellAsync($"api/cohorts/{Id}/start", null)).Status);
        await service.RunToAsync("2023-01-30T09:30Z");
        return new FirmCohort(service);
    }

    public static async Task<FirmCohort> ProposedAsync(TestService service, string people = People)
    {
        var cohort = await EnrollingAsync(service, people);
        foreach (var person in await cohort.PeopleAsync())
        {
            await cohort.AnswerAsync(person.Email, "invitation", Forms.Portrait(person.Name));
        }

        await service.RunToAsync("2023-02-27T16:30Z");
        return cohort;
    }

    /// <summary>Released; those asked first have their email.</summary>
    public static async Task<FirmCohort> AskedAsync(TestService service)
    {
        var cohort = await ProposedAsync(service);
        await cohort.ReleaseAsync(1);
        return cohort;
    }

    public async Task ReleaseAsync(int version)
    {
        var released = await service.Api.TellAsync($"{Matching}/release", new { version });
        Assert.True(released.Status == HttpStatusCode.Accepted, released.Text);
        await service.SettleAsync();
    }

    public async Task<JsonElement> ProposeAsync()
    {
        var proposed = await service.Api.TellAsync($"{Matching}/proposal", null);
        Assert.True(proposed.Status == HttpStatusCode.OK, proposed.Text);
        return proposed.Json;
    }

    public Task<Reply> PutRulesAsync(string json) =>
        service.Api.SendToAsync(HttpMethod.Put, $"{Matching}/rules", new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<IReadOnlyList<Person>> PeopleAsync() =>
        [.. (await service.Store.ListAsync<Person>(Id, Person.DocumentKind, default)).Select(p => p.Value)];

    public async Task<string> IdOfAsync(string email) => (await PeopleAsync()).First(p => p.Email == email).Id;

    public async Task<IReadOnlyList<string>> PairsAsync()
    {
        var people = (await PeopleAsync()).ToDictionary(p => p.Id, p => p.Email.Split('@')[0]);
        return [.. (await service.Store.ListAsync<Pair>(Id, Pair.DocumentKind, default)).Where(p => p.Value.IsRunning)
            .Select(p => $"{people[p.Value.MentorId]} {people[p.Value.MenteeId]}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Templates a person got after the pen portrait's receipt, by name.</summary>
    public async Task<IReadOnlyList<string>> GotAsync(string email)
    {
        var id = email.StartsWith(OutboxMail.CoordinatorId, StringComparison.Ordinal) ? OutboxMail.CoordinatorId : await IdOfAsync(email);
        return [.. (await MailsAsync()).Where(m => m.PersonId == id && m.Template is not ("invitation"
            or "portrait-receipt" or "matches-proposed")).Select(m => m.Template).Order(StringComparer.Ordinal)];
    }

    /// <summary>The whole email as it left, links and dates of sending aside.</summary>
    public async Task<string> TextAsync(string email, string template)
    {
        var id = await IdOfAsync(email);
        var mail = (await MailsAsync()).Last(m => m.Template == template && m.PersonId == id);
        var raw = await File.ReadAllTextAsync(Path.Combine(service.Emails, PickupFile.NameOf($"{Id}-{mail.Id}")));
        return raw.Replace("=\r\n", "", StringComparison.Ordinal);
    }

    public async Task<Envelope> ToCoordinatorAsync(string template)
    {
        var mail = (await MailsAsync()).Last(m => m.Template == template && m.PersonId == OutboxMail.CoordinatorId);
        return Envelope.Open(Path.Combine(service.Emails, PickupFile.NameOf($"{Id}-{mail.Id}")));
    }

    /// <summary>What the email asks for; it comes before the link to leave.</summary>
    public async Task<string> LinkAsync(string email, string template) => (await LinksAsync(email, template))[0];

    public async Task WithdrawAsync(string email, string template)
    {
        await service.Browser.SubmitAsync((await LinksAsync(email, template))[^1], Forms.Withdrawal(email));
        await service.SettleAsync();
    }

    private async Task<IReadOnlyList<string>> LinksAsync(string email, string template)
    {
        var id = await IdOfAsync(email);
        var mail = (await MailsAsync()).Last(m => m.Template == template && m.PersonId == id);
        return [.. (await Envelope.OpenAsync(service.Emails, mail, service.Store)).Links.Select(l => new Uri(l).PathAndQuery)];
    }

    public async Task<Reply> AnswerAsync(string email, string template, Dictionary<string, string> form)
    {
        var reply = await service.Browser.SubmitAsync(await LinkAsync(email, template), form);
        await service.SettleAsync();
        return reply;
    }

    public Task<Reply> ChooseAsync(string email, string choice, string template = "match-offer") =>
        AnswerAsync(email, template, Choice(choice));

    public static Dictionary<string, string> Choice(string choice) => new(StringComparer.Ordinal) { ["choice"] = choice };

    private async Task<IReadOnlyList<OutboxMail>> MailsAsync() =>
        [.. (await service.Store.ListAsync<OutboxMail>(Id, OutboxMail.SettledKind, default)).Select(m => m.Value)
            .Where(m => m.State == MailState.Sent).OrderBy(m => m.SettledAt)];
}
