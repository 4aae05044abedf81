using System.Net;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Hostile;

/// <summary>A route that takes a body.</summary>
/// <param name="Path">With the method before it unless it is POST, and with names in braces for what only a cohort has.</param>
/// <param name="Good">A body as it should be; null: the sample's definition.</param>
internal sealed record HostileTarget(string Path, string ContentType, string? Good);

/// <summary>What the service answered to bodies that nobody should send.</summary>
/// <param name="ServerErrors">Answers of 500 and above.</param>
/// <param name="Wrong">A sentence for each answer that was wrong, those included; empty when all is well.</param>
internal sealed record HostilePlayed(int Taken, int Refused, int ServerErrors, IReadOnlyList<string> Wrong);

/// <summary>
/// Posts hostile bodies to a route of the real service: no answer may be a server error, and what is refused names the place and changes
/// nothing.
/// </summary>
internal static class HostilePlay
{
    /// <summary>Of ten megabytes; enough to see that such a body is refused, few enough to be quick.</summary>
    public const int Huge = 3;

    /// <summary>Beyond so many wrong answers the rest of a route's bodies are not worth their time.</summary>
    private const int EnoughWrong = 5;

    public static readonly IReadOnlyList<HostileTarget> Targets =
    [
        new("api/cohorts", "application/json", null),
        new(
            "api/cohorts/judicial-2023/people", "text/csv",
            "role,name,email,organisation,rank,team,managers,courts\nreverse mentor,Nia \"Q\" "
                + "Harcourt,nia@example.org,Aspen Law,Solicitor,,,\"A; B\"\nreverse mentee,Alun Vale,alun@example.org,Western "
                + "Circuit,District Judge,,,\nreverse mentee,Alun Vale,alun@example.org,Western Circuit,District Judge,,,\n"),
        new(
            "api/cohorts/judicial-2023/people", "application/json",
            """[{"role":"reverse mentor","name":"Nia Harcourt","email":"nia@example.org","organisation":"Aspen Law","""
                + """ "rank":"Solicitor","courts":["A","B"]},{"role":"both","name":"Alun Vale","email":"alun@example.org","""
                + """ "organisation":"Western Circuit","rank":"District Judge"}]"""),
        new("api/cohorts/judicial-2023/start", "application/json", """{"now":true}"""),
        new(
            "api/cohorts/judicial-2023/changes", "application/json",
            """{"change":"extend-deadline","to":"2023-03-03T16:00","releaseBy":"2023-03-08T16:00","reason":"Half-term."}"""),
        new(
            "api/cohorts/judicial-2023/changes", "application/json",
            """{"change":"move-event","event":"mixer","to":"2023-06-29T18:00","reason":"The room is taken."}"""),
        new("api/cohorts/judicial-2023/matching/release", "application/json", """{"version":1}"""),
        new(
            "PUT api/cohorts/judicial-2023/matching/rules", "application/json",
            """{"version":0,"pins":[{"mentor":"p-1","mentee":"p-2"}],"forbids":[],"weights":{"topics":1},"choice":{"pairs":1,"""
                + """ "floorAtLeast":0,"prefer":"highest-total"}}"""),
        new(
            "PUT api/cohorts/judicial-2023/people/{person}/address", "application/json",
            """{"email":"nia@example.org","reason":"She has moved."}"""),
        new("api/operations/orchestrations/cohort-judicial-2023/resume", "application/json", """{"reason":"It is mended."}"""),
        new(
            "r/{portrait}", "application/x-www-form-urlencoded",
            "name=Nia+Harcourt&role_and_experience=Ten+years&contact=by+email&why_interested=To+learn%21"
                + "&matching_considerations=%C3%A9&regular_courts=A%0D%0AB&undertakings=yes&notice=yes&declaration=yes"),
        new("r/{portrait}?change", "application/x-www-form-urlencoded", "address=nia%40example.org"),
        new("r/{withdraw}", "application/x-www-form-urlencoded", "choice=stay&other=1"),
        new("r/judicial-2023.unknown", "application/x-www-form-urlencoded", "address=stranger%40example.org"),
    ];

    public static async Task<HostilePlayed> RunAsync(HostileTarget target, int count)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var method = target.Path.StartsWith("PUT ", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post;
        var path = (await FillAsync(target.Path, cohort))[(method == HttpMethod.Put ? 4 : 0)..];
        var bodies = new HostileBodies(
            new Random(2023),
            target.Good ?? Samples.JudicialDefinition.ToJsonString().Replace("judicial-2023", "hostile", StringComparison.Ordinal));
        var (taken, refused, serverErrors, wrong) = (0, 0, 0, new List<string>());
        var before = Fingerprint(service);
        for (var i = 0; i < count + Huge && wrong.Count < EnoughWrong; i++)
        {
            var (body, type) = i < count
                ? bodies.Next(target.ContentType)
                : (Encoding.UTF8.GetBytes(new string("[\"\0a"[i - count], 10_000_000)), target.ContentType);
            using var content = HostileBodies.Content(body, type);
            var reply = await service.Admin.SendToAsync(method, path, content);
            if (reply.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
            {
                taken++;
                await service.SettleAsync();
                before = Fingerprint(service);
                continue;
            }

            refused++;
            serverErrors += (int)reply.Status >= 500 ? 1 : 0;
            if (WrongWith(reply, before == Fingerprint(service)) is { } fault)
            {
                var sent = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300)));
                var got = reply.Text[..Math.Min(reply.Text.Length, 600)];
                wrong.Add($"{target.Path}: {fault} Body {i}, {(int)reply.Status}: {sent} -> {got}");
            }
        }

        return new HostilePlayed(taken, refused, serverErrors, wrong);
    }

    private static string? WrongWith(Reply reply, bool isUnchanged) => (int)reply.Status >= 500 ? "It is a server error."
        : !HasAMessage(reply) ? "It does not say what is wrong."
        : !isUnchanged ? "It was refused and changed something."
        : null;

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
