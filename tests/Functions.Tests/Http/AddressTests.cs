using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class AddressTests
{
    [Theory]
    [InlineData("""{"email":"not an address","reason":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"a@example.org"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"TAKEN","reason":"x"}""", HttpStatusCode.Conflict)]
    public async Task A_correction_that_can_not_be_is_refused_and_changes_nothing(string json, HttpStatusCode status)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var other = (await cohort.PeopleAsync()).First(p => p.Id != person.Id);
        var before = service.Documents;
        Assert.Equal(status, (await CorrectAsync(service, person.Id, json.Replace("TAKEN", other.Email, StringComparison.Ordinal))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound, (await CorrectAsync(service, "p-nobody", """{"email":"a@example.org","reason":"x"}""")).Status);
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task A_correction_sent_twice_moves_the_address_once_and_sends_one_fresh_link()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(
                HttpStatusCode.OK, (await CorrectAsync(service, person.Id, """{"email":"moved@example.org","reason":"x"}""")).Status);
            await service.SettleAsync();
        }

        Assert.Single(await cohort.SentAsync("fresh-link"));
        Assert.Equal(24, (await cohort.PeopleAsync()).Count);
    }

    private static Task<Reply> CorrectAsync(TestService service, string person, string json) =>
        service.Api.SendToAsync(
            HttpMethod.Put,
            $"api/cohorts/{JudicialCohort.Id}/people/{person}/address",
            new StringContent(json, Encoding.UTF8, "application/json"));
}
