using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Functions.Adapters.Blobs;
using ReverseMentoring.Functions.Tests.Blobs;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Files;

[Collection(UsesAzurite.Name)]
public sealed class ServedFromBlobsTests(Azurite azurite)
{
    [Fact]
    public async Task The_whole_service_works_with_its_files_in_blobs()
    {
        await using var service = await TestService.StartAsync(
            services => services.AddSingleton<IArchive>(new BlobArchive(azurite.NewContainer())));
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var files = $"api/cohorts/{JudicialCohort.Id}/files";
        var content = string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i:000000}\n"));
        Assert.Equal(
            HttpStatusCode.Created,
            (await FilesApiTests.SaveAsync(service, "long notes.txt?audience=everyone", "text/plain", content)).Status);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        Assert.Contains("long notes.txt", (await service.Browser.AskAsync(link + "?files")).Text, StringComparison.Ordinal);
        Assert.Equal(content, (await service.Browser.AskAsync($"{link}/files/long notes.txt")).Text);
        var head = await service.Browser.HeadAsync($"{link}/files/long notes.txt");
        Assert.Equal((HttpStatusCode.OK, "2100000"), (head.Status, head.Headers["Content-Length"]));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{link}/files/long notes.txt")
        {
            Headers = { Range = new RangeHeaderValue(1_999_998, 2_000_004) },
        };
        using var part = await service.Browser.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "285714\n"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await FilesApiTests.SaveAsync(service, "long notes.txt", "text/plain", "short")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync($"{link}/files/long notes.txt")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await service.Api.SendToAsync(HttpMethod.Delete, $"{files}/long notes.txt", null)).Status);
        Assert.Empty((await service.Api.AskAsync(files)).Json.GetProperty("files").EnumerateArray());
    }
}
