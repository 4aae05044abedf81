using System.Net;
using System.Net.Http.Json;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>A scheme in which nobody decides alone on what can't be taken back.</summary>
public sealed class TwoPeopleTests
{
    private const string First = "coordinator@example.org";
    private const string Second = "ines@example.org";

    private static readonly string Matching = $"console/cohorts/{JudicialCohort.Id}/matching";

    [Fact]
    public async Task A_match_is_released_when_a_second_coordinator_presses_the_same_button_and_not_by_the_first_twice()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var first = await SignedInAsync(service, First);
        using var second = await StaffBrowser.SignedInAsync(service, Second);

        Assert.Contains("Your part is noted.", (await ReleaseAsync(first)).Text, StringComparison.Ordinal);
        Assert.Contains("Your part is noted.", (await ReleaseAsync(first)).Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("introduction"));
        Assert.Contains("Release the match too", (await second.GetAsync("console/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Release the match too", (await first.GetAsync("console/")).Text, StringComparison.Ordinal);
        Assert.Contains(First, (await second.GetAsync(Matching)).Text, StringComparison.Ordinal);

        Assert.Contains("The match is released.", (await ReleaseAsync(second)).Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.NotEmpty(await cohort.SentAsync("introduction"));
        Assert.Empty(await service.Store.ListAsync<FirstOfTwo>(JudicialCohort.Id, FirstOfTwo.DocumentKind, default));
        var deeds = (await service.Store.ListAsync<AuditEntry>(JudicialCohort.Id, AuditEntry.DocumentKind, default))
            .Select(e => (e.Value.Deed, e.Value.By)).Order();
        Assert.Equal([("release-asked", First), ("release-asked", First), ("released", Second)], deeds);
    }

    [Fact]
    public async Task A_program_may_not_release_alone_and_a_link_counts_as_the_coordinator()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var second = await SignedInAsync(service, Second);
        var refused = await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/matching/release", new { version = 1 });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("two people decide", refused.Text, StringComparison.Ordinal);

        var link = JudicialCohort.PathOf((await cohort.EmailAsync("coordinator", "matches-proposed")).Links[0]);
        var asked = await service.Browser.SubmitAsync(
            link, new Dictionary<string, string> { ["address"] = First, ["do"] = "release", ["version"] = "1" });
        Assert.Contains("Asked for.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("The match is released.", (await ReleaseAsync(second)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_corrected_when_the_second_types_the_same_and_another_begins_anew()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        using var first = await SignedInAsync(service, First);
        using var second = await StaffBrowser.SignedInAsync(service, Second);
        var path = $"console/cohorts/{JudicialCohort.Id}/people/{person.Id}";
        Task<ShownPage> CorrectAsync(StaffBrowser browser, string email) =>
            browser.PressAsync(path, ("do", "correct"), ("email", email), ("reason", "A slip."));

        Assert.Contains("Your part is noted.", (await CorrectAsync(first, "uma.home@example.org")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("uma.home", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        Assert.Contains("Your part is noted.", (await CorrectAsync(second, "uma.hom@example.org")).Text, StringComparison.Ordinal);
        Assert.NotNull(await cohort.PersonAsync("uma.jessop@example.org"));
        Assert.Contains("The address is corrected.", (await CorrectAsync(first, "UMA.hom@example.org")).Text, StringComparison.Ordinal);

        using var body = JsonContent.Create(new { email = "x@example.org", reason = "x" });
        var refused = await service.Api.SendToAsync(HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/people/{person.Id}/address", body);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task Somebody_is_taken_off_by_two_and_after_a_week_the_first_is_forgotten()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        using var first = await SignedInAsync(service, First);
        var path = $"console/cohorts/{JudicialCohort.Id}/people/{person.Id}";
        Task<ShownPage> RemoveAsync(StaffBrowser browser) => browser.PressAsync(path, ("do", "remove"), ("reason", "Asked for."));
        Assert.Contains("Your part is noted.", (await RemoveAsync(first)).Text, StringComparison.Ordinal);

        await service.RunToAsync("2023-02-07T10:00Z");
        using var second = await StaffBrowser.SignedInAsync(service, Second);
        Assert.Contains("Your part is noted.", (await RemoveAsync(second)).Text, StringComparison.Ordinal);
        using var again = await StaffBrowser.SignedInAsync(service, First);
        await RemoveAsync(again);
        await service.SettleAsync();
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Id == person.Id);
        var refused = await service.Api.TellAsync(
            $"api/cohorts/{JudicialCohort.Id}/people/{(await cohort.PeopleAsync())[0].Id}/removal", new { reason = "x" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task A_release_through_the_coordinators_link_as_the_second_leaves_nobody_waited_for()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var second = await SignedInAsync(service, Second);
        Assert.Contains("Your part is noted.", (await ReleaseAsync(second)).Text, StringComparison.Ordinal);
        var link = JudicialCohort.PathOf((await cohort.EmailAsync("coordinator", "matches-proposed")).Links[0]);
        await service.Browser.SubmitAsync(
            link, new Dictionary<string, string> { ["address"] = First, ["do"] = "release", ["version"] = "1" });
        await service.SettleAsync();
        Assert.NotEmpty(await cohort.SentAsync("introduction"));
        Assert.Empty(await service.Store.ListAsync<FirstOfTwo>(JudicialCohort.Id, FirstOfTwo.DocumentKind, default));
    }

    [Fact]
    public async Task The_owner_of_the_machine_is_one_person_however_often_they_sign_in()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        foreach (var _ in new[] { 1, 2 })
        {
            using var owner = await StaffBrowser.OfOwnerAsync(service);
            Assert.Contains("Your part is noted.", (await ReleaseAsync(owner)).Text, StringComparison.Ordinal);
        }

        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("introduction"));
    }

    private static Task<TestService> ServiceAsync() => OtherSchemes.ServiceAsync(
        scheme => scheme with { TwoPeople = [SharedDecision.Release, SharedDecision.Address, SharedDecision.Removal] });

    private static async Task<StaffBrowser> SignedInAsync(TestService service, string email)
    {
        await TeamPageTests.AddAsync(service, ("Ines Farrow", Second, "coordinator"));
        return await StaffBrowser.SignedInAsync(service, email);
    }

    private static Task<ShownPage> ReleaseAsync(StaffBrowser browser) => browser.PressAsync(Matching, ("do", "release"), ("version", "1"));
}
