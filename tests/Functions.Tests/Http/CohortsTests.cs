using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class CohortsTests
{
    [Fact]
    public async Task A_cohort_is_created_once_and_says_where_it_is()
    {
        await using var service = await TestService.StartAsync();
        var created = await service.Api.TellAsync("api/cohorts", Samples.JudicialDefinition);
        Assert.Equal((HttpStatusCode.Created, "/api/cohorts/judicial-2023"), (created.Status, created.Location!.OriginalString));
        var before = service.Documents;
        var again = await service.Api.TellAsync("api/cohorts", Samples.JudicialDefinition);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (again.Status, again.ContentType));
        Assert.Equal(before, service.Documents);
        var read = await service.Api.AskAsync(created.Location.OriginalString);
        Assert.Equal("2023-02-27T16:00:00", read.Json.GetProperty("definition").GetProperty("portraitDeadline").GetString());
        var listed = (await service.Api.AskAsync("api/cohorts")).Json.GetProperty("cohorts");
        Assert.Equal("draft", Assert.Single(listed.EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Every_bad_field_of_a_definition_is_named_at_once_by_its_pointer()
    {
        await using var service = await TestService.StartAsync();
        var definition = Samples.JudicialDefinition;
        definition["id"] = "Not An Id";
        definition["scheme"] = "no-such-scheme";
        definition["portraitDeadline"] = "2023-02-27T16:00Z";
        definition["events"]![0]!["kind"] = "party";
        definition["sessions"]!["count"] = 600;
        definition["coordinator"]!.AsObject().Remove("email");
        definition["speling"] = 1;
        var refused = await service.Api.TellAsync("api/cohorts", definition);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Superset(
            new HashSet<string> { "/id",
                "/scheme", "/portraitDeadline", "/events/0/kind", "/sessions/count", "/coordinator/email", "/speling" },
            refused.Places.ToHashSet());
        Assert.Empty(service.Documents);
    }

    [Theory]
    [InlineData("GET", "api/cohorts/nobody")]
    [InlineData("GET", "api/cohorts/nobody/status")]
    [InlineData("GET", "api/cohorts/nobody/matching")]
    [InlineData("GET", "api/cohorts/nobody/report")]
    [InlineData("POST", "api/cohorts/nobody/start")]
    [InlineData("POST", "api/cohorts/nobody/people")]
    [InlineData("POST", "api/cohorts/nobody/changes")]
    [InlineData("POST", "api/cohorts/nobody/matching/release")]
    public async Task A_cohort_that_is_not_there_is_not_found(string method, string path)
    {
        await using var service = await TestService.StartAsync();
        using var body = new StringContent(
            path.EndsWith("release", StringComparison.Ordinal) ? """{"version":1}""" : """{"change":"pause","reason":"x"}""");
        var reply = await service.Api.SendToAsync(new HttpMethod(method), path, method == "POST" ? body : null);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (reply.Status, reply.ContentType));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_told_when_the_cohort_is_created_and_not_weeks_later()
    {
        await using var service = await TestService.StartAsync();
        var definition = Samples.JudicialDefinition;
        definition["enrolmentOpens"] = "2022-01-30T09:00";
        definition["portraitDeadline"] = "2022-02-27T16:30";
        var answer = await service.Api.TellAsync("api/cohorts", definition);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("portraitDeadline has passed already", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Api.AskAsync("api/cohorts/judicial-2023")).Status);
    }

    [Fact]
    public async Task People_get_an_outcome_for_every_row_and_are_added_once()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        const string rows = """
            role,name,email,organisation,rank
            reverse mentor,Nia Harcourt,nia.harcourt@example.org,Aspen Law,Solicitor
            reverse mentor,Uma Again,UMA.JESSOP@example.org,Aspen Law,Solicitor
            judge,=HYPERLINK(1),nobody,Aspen Law,Grand Wizard
            """;
        using var csv = new StringContent(rows, Encoding.UTF8, "text/csv");
        var reply = await service.Api.SendToAsync(HttpMethod.Post, "api/cohorts/judicial-2023/people", csv);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(
            ["added", "changed", "refused"],
            reply.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        var places = reply.Json.GetProperty("rows")[2].GetProperty("problems")
            .EnumerateArray().Select(p => p.GetProperty("place").GetString());
        Assert.Equal(["row 4, email", "row 4, name", "row 4, rank", "row 4, role"], places.Order());
        Assert.Equal(25, (await new JudicialCohort(service).PeopleAsync()).Count);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_as_too_large()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var before = service.Documents;
        foreach (var path in new[] { "api/cohorts",
            "api/cohorts/judicial-2023/people", "api/cohorts/judicial-2023/changes", "r/judicial-2023.x" })
        {
            using var announced = new ByteArrayContent(new byte[1024 * 1024 + 1]);
            var reply = await service.Api.SendToAsync(HttpMethod.Post, path, announced);
            var type = path.StartsWith("r/", StringComparison.Ordinal) ? "text/html" : "application/problem+json";
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, type), (reply.Status, reply.ContentType));
            using var streamed = new StreamContent(new Unannounced(new byte[1024 * 1024 + 1]));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.Api.SendToAsync(HttpMethod.Post, path, streamed)).Status);
        }

        Assert.Equal(before, service.Documents);
    }

    /// <summary>A stream that does not say how long it is, so that it is sent in chunks.</summary>
    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
