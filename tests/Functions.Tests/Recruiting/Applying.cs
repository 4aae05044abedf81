using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Recruiting;

/// <summary>The judicial sample with an open page on which people apply.</summary>
internal static class Applying
{
    public const string Page = $"apply/{JudicialCohort.Id}";

    public const string Queue = $"api/cohorts/{JudicialCohort.Id}/applications";

    /// <summary>Started, a week before invitations go out.</summary>
    public static async Task<JudicialCohort> OpenAsync(TestService service)
    {
        var definition = Samples.JudicialDefinition;
        definition["applications"] = new JsonObject { ["closes"] = "2023-02-10T17:00", ["answeredBy"] = "2023-02-17T17:00" };
        await service.Api.TellAsync("api/cohorts", definition);
        using var people = new StringContent(Samples.JudicialPeople, System.Text.Encoding.UTF8, "text/csv");
        using var added = await service.Api.PostAsync($"api/cohorts/{JudicialCohort.Id}/people", people);
        using var started = await service.Api.PostAsync($"api/cohorts/{JudicialCohort.Id}/start", null);
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        await service.SettleAsync();
        return new JudicialCohort(service);
    }

    public static Dictionary<string, string> Form(string name, string email, string wish = "reverse-mentor") => new()
    {
        ["name"] = name,
        ["email"] = email,
        ["wish"] = wish,
        ["organisation"] = "Northmoor Chambers",
        ["position"] = "Pupil barrister",
        ["why"] = $"What {name} hopes for",
        ["groups"] = "Female",
        ["ready"] = "yes",
    };

    /// <summary>Applies, follows the link in the email, and presses its button.</summary>
    /// <returns>The link.</returns>
    public static async Task<string> ApplyAsync(TestService service, string name, string email, string wish = "reverse-mentor")
    {
        var sent = await service.Browser.SubmitAsync(Page, Form(name, email, wish));
        Assert.Contains("Look into the inbox", sent.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        var link = Link(service, email);
        var confirmed = await service.Browser.SubmitAsync(link, new Dictionary<string, string> { ["do"] = "confirm" });
        Assert.Contains("Your application has arrived", confirmed.Text, StringComparison.Ordinal);
        return link;
    }

    /// <summary>What came to an address, in the order in which it left.</summary>
    public static IReadOnlyList<Envelope> To(TestService service, string email) =>
        [.. Directory.EnumerateFiles(service.Emails, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(Envelope.Open)
            .Where(e => e.To == email)];

    /// <summary>The path of the first link in the newest email to an address.</summary>
    public static string Link(TestService service, string email) => JudicialCohort.PathOf(To(service, email)[^1].Links[0]);

    public static async Task<IReadOnlyList<Application>> StoredAsync(TestService service) =>
        [.. (await service.Store.ListAsync<Application>(JudicialCohort.Id, Application.DocumentKind, default)).Select(a => a.Value)];

    public static async Task<IReadOnlyList<OutboxMail>> MailsAsync(TestService service, string template) =>
        [.. (await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.SettledKind, default))
            .Select(m => m.Value).Where(m => m.Template == template)];

    public static async Task<string> IdOfAsync(TestService service, string email) =>
        (await StoredAsync(service)).Single(a => a.Email == email).Id;
}
