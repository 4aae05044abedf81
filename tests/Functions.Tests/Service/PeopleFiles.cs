using System.Net;
using System.Text;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>Sends files of people to the judicial cohort, a draft with nobody in it unless the test begins with another.</summary>
internal static class PeopleFiles
{
    public const string Path = $"api/cohorts/{JudicialCohort.Id}/people";

    public static async Task<TestService> DraftAsync()
    {
        var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await service.Api.TellAsync("api/cohorts", Samples.JudicialDefinition)).Status);
        return service;
    }

    public static Task<Reply> SendAsync(TestService service, string csv, string query = "") =>
        service.Api.SendToAsync(HttpMethod.Post, Path + query, new StringContent(csv, Encoding.UTF8, "text/csv"));

    public static async Task<Reply> SendAsync(TestService service, byte[] bytes, string contentType)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new(contentType);
        return await service.Api.SendToAsync(HttpMethod.Post, Path, body);
    }

    public static async Task<IReadOnlyList<Person>> PeopleAsync(TestService service) =>
        [.. (await service.Store.ListAsync<Person>(JudicialCohort.Id, Person.DocumentKind, default)).Select(p => p.Value)];

    public static (int Added, int Changed, int There, int Refused) Counts(Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        int Of(string name) => reply.Json.GetProperty(name).GetInt32();
        return (Of("added"), Of("changed"), Of("alreadyThere"), Of("refused"));
    }
}
