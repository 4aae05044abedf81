using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Of two columns with one name one would win in silence, and links could go to somebody's manager (S10).</summary>
public sealed class RepeatedColumnTests
{
    private const string Path = $"api/cohorts/{JudicialCohort.Id}/people";

    [Theory]
    [InlineData("text/csv", "role,name,email,rank,email\nreverse mentor,Alma Reyes,a@example.org,Barrister,m@example.org\n")]
    [InlineData("text/csv", "role;name;email;rank;Email \nreverse mentor;Alma Reyes;a@example.org;Barrister;m@example.org\n")]
    [InlineData("application/json", """[{"role":"reverse mentor","name":"A","email":"a@example.org","email":"m@example.org"}]""")]
    public async Task A_file_with_two_columns_of_one_name_is_refused_once_by_that_name_and_adds_nobody(string type, string file)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var before = service.Documents;
        var reply = await service.Api.SendToAsync(HttpMethod.Post, Path, new StringContent(file, Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains("email", Assert.Single(reply.Json.GetProperty("errors").EnumerateArray()).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(before, service.Documents);
    }
}
