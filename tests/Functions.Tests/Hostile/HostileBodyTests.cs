using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Hostile;

public sealed class HostileBodyTests
{
    private const int Bodies = 2000;

    /// <summary>Of ten megabytes; enough to see that such a body is refused, few enough to be quick.</summary>
    private const int Huge = 3;

    [Theory]
    [InlineData("api/cohorts", "application/json", null)]
    [InlineData(
        "api/cohorts/judicial-2023/people", "text/csv", "role,name,email,organisation,rank,team,managers,courts\nreverse mentor,Nia \"Q\" "
            + "Harcourt,nia@example.org,Aspen Law,Solicitor,,,\"A; B\"\nreverse mentee,Alun Vale,alun@example.org,Western "
            + "Circuit,District Judge,,,\nreverse mentee,Alun Vale,alun@example.org,Western Circuit,District Judge,,,\n")]
    [InlineData(
        "api/cohorts/judicial-2023/people", "application/json",
        """[{"role":"reverse mentor","name":"Nia Harcourt","email":"nia@example.org","organisation":"Aspen Law","""
            + """ "rank":"Solicitor","courts":["A","B"]},{"role":"both","name":"Alun Vale","email":"alun@example.org","""
            + """ "organisation":"Western Circuit","rank":"District Judge"}]""")]
    [InlineData("api/cohorts/judicial-2023/start", "application/json", """{"now":true}""")]
    [InlineData(
        "api/cohorts/judicial-2023/changes", "application/json",
        """{"change":"extend-deadline","to":"2023-03-03T16:00","releaseBy":"2023-03-08T16:00","reason":"Half-term."}""")]
    [InlineData(
        "api/cohorts/judicial-2023/changes", "application/json",
        """{"change":"move-event","event":"mixer","to":"2023-06-29T18:00","reason":"The room is taken."}""")]
    [InlineData("api/cohorts/judicial-2023/matching/release", "application/json", """{"version":1}""")]
    [InlineData(
        "PUT api/cohorts/judicial-2023/matching/rules", "application/json",
        """{"version":0,"pins":[{"mentor":"p-1","mentee":"p-2"}],"forbids":[],"weights":{"topics":1},"choice":{"pairs":1,"""
            + """ "floorAtLeast":0,"prefer":"highest-total"}}""")]
    [InlineData(
        "PUT api/cohorts/judicial-2023/people/{person}/address", "application/json",
        """{"email":"nia@example.org","reason":"She has moved."}""")]
    [InlineData("api/operations/orchestrations/cohort-judicial-2023/resume", "application/json", """{"reason":"It is mended."}""")]
    [InlineData(
        "r/{portrait}", "application/x-www-form-urlencoded",
        "name=Nia+Harcourt&role_and_experience=Ten+years&contact=by+email&why_interested=To+learn%21"
            + "&matching_considerations=%C3%A9&regular_courts=A%0D%0AB&declaration=yes")]
    [InlineData("r/{portrait}?change", "application/x-www-form-urlencoded", "address=nia%40example.org")]
    [InlineData("r/{withdraw}", "application/x-www-form-urlencoded", "choice=stay&other=1")]
    [InlineData("r/judicial-2023.unknown", "application/x-www-form-urlencoded", "address=stranger%40example.org")]
    public async Task Whatever_is_posted_the_answer_is_no_server_error_names_the_place_and_what_is_refused_changes_nothing(
        string path, string contentType, string? good)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var method = path.StartsWith("PUT ", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post;
        path = (await FillAsync(path, cohort))[(method == HttpMethod.Put ? 4 : 0)..];
        var bodies = new HostileBodies(
            new Random(2023),
            good ?? Samples.JudicialDefinition.ToJsonString().Replace("judicial-2023", "hostile", StringComparison.Ordinal));
        var (taken, refused) = (0, 0);
        var before = Fingerprint(service);
        for (var i = 0; i < Bodies + Huge; i++)
        {
            var (body, type) = i < Bodies
                ? bodies.Next(contentType)
                : (Encoding.UTF8.GetBytes(new string("[\"\0a"[i - Bodies], 10_000_000)), contentType);
            using var content = HostileBodies.Content(body, type);
            var reply = await service.Admin.SendToAsync(method, path, content);
            var about =
                $"body {i}, {(int)reply.Status}: {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300)))} -> "
                    + $"{reply.Text[..Math.Min(reply.Text.Length, 600)]}";
            Assert.True((int)reply.Status < 500, about);
            if (reply.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
            {
                taken++;
                await service.SettleAsync();
                before = Fingerprint(service);
                continue;
            }

            refused++;
            Assert.True(HasAMessage(reply), about);
            var after = Fingerprint(service);
            Assert.True(before == after, about);
        }

        Assert.True(refused >= Huge, $"{taken} were taken, {refused} refused.");
    }

    private static bool HasAMessage(Reply reply) => reply.ContentType switch
    {
        "application/problem+json" => reply.Json.GetProperty("detail").GetString() is { Length: > 20 }
            && (reply.Status != HttpStatusCode.UnprocessableEntity
            || reply.Places is { Count: > 0 } places && places.All(p => p.Length > 0)),
        "text/html" => new WebForm(reply.Text) is var page
            && page.Heading.Length > 0
            && (reply.Status != HttpStatusCode.UnprocessableEntity || page.Errors.Count > 0),
        _ => false,
    };

    /// <summary>Every document of every cohort, marks included.</summary>
    private static string Fingerprint(TestService service) =>
        string.Join(
            '\n', service.Documents.Where(d => !d.Key.StartsWith("_mail", StringComparison.Ordinal)).Select(d => $"{d.Key} {d.Value}"));

    private static async Task<string> FillAsync(string path, JudicialCohort cohort)
    {
        var person = (await cohort.PeopleAsync())[0];
        return path
            .Replace("{person}", person.Id, StringComparison.Ordinal)
            .Replace("r/{portrait}", await cohort.LinkAsync(person, "invitation"), StringComparison.Ordinal)
            .Replace("r/{withdraw}", await cohort.WithdrawLinkAsync(person, "invitation"), StringComparison.Ordinal);
    }
}
