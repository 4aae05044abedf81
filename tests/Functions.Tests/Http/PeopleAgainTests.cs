using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Service.PeopleFiles;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>A file sent again with corrections (L4), and what a human should look at (M1).</summary>
public sealed class PeopleAgainTests
{
    internal const string First = """
        role,name,email,organisation,rank,managers,mentor_places
        reverse mentor,Alma Reyes,alma@example.org,Birch,Barrister,,2
        reverse mentee,Ines Holloway,ines@example.org,Birch,Circuit Judge,,
        reverse mentee,Tobias Lund,tobias@example.org,Birch,Circuit Judge,,
        """;

    internal const string Corrected = """
        role,name,email,organisation,rank,managers,mentor_places
        reverse mentor,Alma Reyes,alma@example.org,Birch,Barrister,ines@example.org,1
        """;

    [Fact]
    public async Task A_file_sent_again_with_corrections_changes_what_differs_and_says_so_field_by_field()
    {
        await using var service = await DraftAsync();
        Assert.Equal(3, (await SendAsync(service, First)).Json.GetProperty("added").GetInt32());
        var answer = await SendAsync(service, Corrected);
        Assert.Equal((0, 1, 0, 0), Counts(answer));
        var row = answer.Json.GetProperty("rows")[0];
        Assert.Equal("changed", row.GetProperty("outcome").GetString());
        Assert.Equal(["managers", "mentor_places"], row.GetProperty("changed").EnumerateArray().Select(c => c.GetString()));
        var alma = (await PeopleAsync(service)).Single(p => p.Email == "alma@example.org");
        Assert.Equal(("ines@example.org", 1), (Assert.Single(alma.ManagerChain), alma.MentorPlaces));
        Assert.Equal((0, 0, 3, 0), Counts(await SendAsync(service, First.Replace(",,2", ",ines@example.org,1", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Once_matches_are_proposed_only_room_for_pairs_changes_and_with_more_room_the_proposal_still_holds()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var proposal = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching")).Json;
        var twice = proposal.GetProperty("pairs").EnumerateArray()
            .SelectMany(p => new[] { ("mentor_places", p.GetProperty("mentor")), ("mentee_places", p.GetProperty("mentee")) })
            .Select(p => (p.Item1, Id: p.Item2.GetProperty("id").GetString()!)).First();
        var person = (await cohort.PeopleAsync()).Single(p => p.Id == twice.Id);
        var answer = await SendAsync(service, RowOf(person, "team", "Elsewhere"));
        Assert.Equal("row 2, team", Assert.Single(answer.Places));
        answer = await SendAsync(service, RowOf(person, twice.Item1, "3"));
        Assert.Equal((0, 1, 0, 0), Counts(answer));
        Assert.False((await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching")).Json.GetProperty("outdated").GetBoolean());
    }

    [Fact]
    public async Task Somebody_who_answered_keeps_their_own_name_and_somebody_who_left_is_not_changed()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var people = await cohort.PeopleAsync();
        await cohort.AnswerAsync(people[0], "invitation", Forms.Portrait("As I call myself"));
        await service.Store.TryReplaceAsync(
            people[1] with { WithdrawnAt = service.Clock.GetUtcNow() },
            (await service.Store.FindAsync<Person>(JudicialCohort.Id, people[1].Id, default))!.ETag,
            default);
        Assert.Equal("row 2", Assert.Single((await SendAsync(service, RowOf(people[1], "team", "Elsewhere"))).Places));
        var answer = await SendAsync(service, RowOf(people[0] with { Name = "Corrected" }, "team", "Elsewhere"));
        var row = answer.Json.GetProperty("rows")[0];
        Assert.Equal("team", Assert.Single(row.GetProperty("changed").EnumerateArray()).GetString());
        Assert.Equal("name", Assert.Single(row.GetProperty("ownAnswer").EnumerateArray()).GetString());
        var stored = (await cohort.PeopleAsync()).Single(p => p.Id == people[0].Id);
        Assert.Equal(("As I call myself", people[0].Name, "Elsewhere"), (stored.GoesBy, stored.Name, stored.Team));
    }

    [Fact]
    public async Task Somebody_who_left_and_was_erased_is_not_added_again_by_a_file_sent_again()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var leaver = (await cohort.PeopleAsync())[0];
        var link = await cohort.WithdrawLinkAsync(leaver, "invitation");
        await service.Browser.SubmitAsync(link, Forms.Withdrawal(leaver.Email));
        await service.SettleAsync();
        var answer = await SendAsync(service, Samples.JudicialPeople, "?dryRun=true");
        Assert.Equal((0, 0, 23, 1), Counts(answer));
        answer = await SendAsync(service, Samples.JudicialPeople);
        Assert.Equal((0, 0, 23, 1), Counts(answer));
        Assert.Equal(23, (await cohort.PeopleAsync()).Count);
        Assert.DoesNotContain(leaver.Email, string.Join('\n', service.Documents.Values), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_answer_and_readiness_list_managers_who_are_nobody_here_and_labels_that_nearly_coincide()
    {
        await using var service = await DraftAsync();
        var answer = await SendAsync(service, """
            role,name,email,organisation,rank,team,managers,courts
            reverse mentor,Alma Reyes,alma@example.org,Birch,Barrister,,"Hollway, Ines",Kings Lynn Crown Court
            reverse mentor,Bo Quist,bo@example.org,Birch,Barrister,,"Holloway, Ines",King’s Lynn Crown Court
            reverse mentee,Ines Holloway,ines@example.org,Birch,Circuit Judge,,,King's Lynn Crown Court
            """);
        var readiness = await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching/readiness");
        foreach (var warnings in new[] { answer.Json.GetProperty("warnings"), readiness.Json.GetProperty("warnings") })
        {
            var manager = Assert.Single(warnings.GetProperty("managersNotHere").EnumerateArray());
            Assert.Equal("Hollway, Ines", manager.GetProperty("manager").GetString());
            Assert.Equal("Ines Holloway", Assert.Single(manager.GetProperty("didYouMean").EnumerateArray()).GetString());
            var alike = Assert.Single(warnings.GetProperty("alikeLabels").EnumerateArray());
            Assert.Equal(("courts", 2), (alike.GetProperty("column").GetString(), alike.GetProperty("peopleOfOne").GetInt32()));
        }
    }

    private static string RowOf(Person person, string column, string value) =>
        $"role,name,email,organisation,rank,{column}\n{(person.IsMentor ? person.IsMentee ? "both" : "mentor" : "mentee")},{person.Name},"
            + $"{person.Email},{person.Organisation},{person.Rank},{value}\n";
}
