using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Service.PeopleFiles;

namespace ReverseMentoring.Functions.Tests.Http;

#pragma warning disable CA5394 // Seeded on purpose: a file that breaks something can be made again.

/// <summary>A dry run of a file (I5).</summary>
public sealed class PeopleDryRunTests
{
    private const string First = PeopleAgainTests.First;
    private const string Corrected = PeopleAgainTests.Corrected;

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_writes_nothing_and_wakes_nobody()
    {
        await using var service = await DraftAsync();
        await SendAsync(service, First);
        var before = service.Documents;
        var file = Corrected + "\nreverse mentor,Bo Quist,bo@example.org,Birch,Barrister,,\nwizard,Cy,cy@example.org,Birch,Barrister,,\n";
        var dry = await SendAsync(service, file, "?dryRun=true");
        Assert.True(dry.Json.GetProperty("dryRun").GetBoolean());
        Assert.Equal((1, 1, 0, 1), Counts(dry));
        Assert.Equal(
            ["changed", "added", "refused"],
            dry.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        Assert.Equal(before, service.Documents);
        Assert.Equal(Told(dry), Told(await SendAsync(service, file)));
        Assert.NotEqual(before, service.Documents);
    }

    [Fact]
    public async Task A_dry_run_in_a_running_cohort_sends_nothing()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        var dry = await SendAsync(service, First, "?dryRun=true");
        await service.SettleAsync();
        Assert.Equal(3, dry.Json.GetProperty("added").GetInt32());
        Assert.Equal(before, service.Documents);
    }

    /// <summary>The files of defects.md's cases, as they come.</summary>
    [Theory]
    [InlineData(
        "ID,Start time,Completion time,Email,Name,Role,Organisation,Rank,Team,Managers,Courts\n"
            + "1,1/23/2023 9:02:11,1/23/2023 9:07:40,alma.reyes@example.org,Alma Reyes,Reverse mentor,Birch Chambers,Barrister,,,"
            + "Northgate Crown Court;Millbank Tribunal Centre;\n"
            + "2,1/23/2023 9:12:11,1/23/2023 9:17:40,anonymous,Tobias Lund,Reverse mentee,Northgate Crown Court,Circuit Judge,,,\n",
        1, 0, 0, 1)]
    [InlineData(
        "Role,First name,Last name,E-mail address,Organisation,Grade\nmentor,Alma,Reyes,alma.reyes@example.org,Birch Chambers,Barrister\n",
        1, 0, 0, 0)]
    [InlineData(
        "role,name,email,organisation,rank,team,managers,courts\n"
            + "reverse mentor,Alma Reyes,alma@example.org,\"Birch\nChambers\",Barrister,,,\n"
            + "reverse mentor,Bo Quist,bo@example.org,Birch Chambers,Wizard,,,\nreverse mentor,Cy Vane,cy@example.org,Birch,Barrister,,,\n",
        1, 0, 0, 2)]
    [InlineData(Corrected, 0, 1, 0, 0)]
    [InlineData(First, 0, 0, 3, 0)]
    public async Task A_dry_run_of_a_case_tells_exactly_what_the_real_run_then_does(
        string file, int added, int changed, int there, int refused)
    {
        await using var service = await DraftAsync();
        if (file is First or Corrected)
        {
            await SendAsync(service, First);
        }

        var dry = await SendAsync(service, file, "?dryRun=true");
        Assert.Equal((added, changed, there, refused), Counts(dry));
        Assert.Equal(Told(dry), Told(await SendAsync(service, file)));
    }

    [Fact]
    public async Task A_dry_run_of_any_file_tells_exactly_what_the_real_run_then_does()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var chance = new Random(2023);
        string Of(params string[] words) => words[chance.Next(words.Length)];
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        var file = "";
        for (var i = 0; i < 60; i++)
        {
            var rows = string.Concat(Enumerable.Range(0, chance.Next(1, 7)).Select(_ => string.Join(
                ',', Of("reverse mentor", "reverse mentee", "wizard"), Of("Ann Lee", "Bo Quist", ""), $"p{chance.Next(12)}@example.org",
                "Birch",
                Of("Barrister", "Circuit Judge"), Of("Crime", "Family", ""), Of("Ann Lee", "\"Lea, Ann\"", ""), Of("1", "2", "x")) + "\n"));
            file = i % 3 == 2 ? file : $"role,name,email,organisation,rank,team,managers,mentor_places\n{rows}";
            var dry = await SendAsync(service, file, "?dryRun=true");
            var real = await SendAsync(service, file);
            Assert.Equal(dry.Status, real.Status);
            Assert.Equal(Told(dry), Told(real));
            seen.UnionWith(dry.Status == HttpStatusCode.OK
                ? dry.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()) : ["none"]);
        }

        Assert.Equal(["added", "already-there", "changed", "none", "refused"], seen.Order(StringComparer.Ordinal));
    }

    /// <summary>All that an answer says but whether it was a dry run, and the ids that only a real one makes.</summary>
    private static string Told(Reply reply)
    {
        var json = JsonNode.Parse(reply.Text)!.AsObject();
        json.Remove("dryRun");
        var added = json["rows"]?.AsArray().Where(r => r!["outcome"]!.GetValue<string>() == "added")
            .Select(r => r!["id"]?.GetValue<string>()).ToHashSet() ?? [];
        foreach (var row in json["rows"]?.AsArray() ?? [])
        {
            if (added.Contains(row!["id"]?.GetValue<string>()))
            {
                row.AsObject().Remove("id");
            }
        }

        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
