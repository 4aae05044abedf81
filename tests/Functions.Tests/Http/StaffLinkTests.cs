using System.Net;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Tests.Matching;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>What a coordinator does from the email alone, without a key (E1).</summary>
public sealed partial class StaffLinkTests
{
    private const string Coordinator = "coordinator@example.org";

    [Fact]
    public async Task The_proposal_is_looked_at_and_released_from_the_email_by_whoever_types_the_coordinators_address()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.ProposedAsync(service);
        var email = await cohort.ToCoordinatorAsync("matches-proposed");
        Assert.DoesNotContain("api/", email.Text, StringComparison.Ordinal);
        var link = new Uri(Assert.Single(email.Links)).PathAndQuery;

        var asked = await service.Browser.AskAsync(link);
        Assert.DoesNotContain("Ann Ashe", asked.Text, StringComparison.Ordinal);
        var wrong = await service.Browser.SubmitAsync(link, Forms.Address("ann@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.DoesNotContain("Ann Ashe", wrong.Text, StringComparison.Ordinal);
        var forged = await service.Browser.SubmitAsync(link, Release("ann@example.org", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Empty(await cohort.PairsAsync());

        var shown = await service.Browser.SubmitAsync(link, Forms.Address(Coordinator.ToUpperInvariant()));
        foreach (var text in new[] { "Ann Ashe", "Eve Elm", "Release 2 pairs", "topics or goals in common", "Gil Gow" })
        {
            Assert.Contains(text, shown.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await cohort.PairsAsync());
        var released = await service.Browser.SubmitAsync(link, Release(Coordinator, "1"));
        Assert.Contains("Released.", released.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Equal(["ann eve", "ben fay"], await cohort.PairsAsync());
        Assert.Contains("Released.", (await service.Browser.SubmitAsync(link, Release(Coordinator, "1"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_made_again_since_is_not_released_and_the_page_shows_the_one_that_stands()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.ProposedAsync(service);
        var link = new Uri((await cohort.ToCoordinatorAsync("matches-proposed")).Links[0]).PathAndQuery;
        var again = await service.Browser.SubmitAsync(
            link, new Dictionary<string, string> { ["address"] = Coordinator, ["do"] = "propose" });
        Assert.Contains("Version 2,", again.Text, StringComparison.Ordinal);
        var stale = await service.Browser.SubmitAsync(link, Release(Coordinator, "1"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("The proposal has moved on", stale.Text, StringComparison.Ordinal);
        Assert.Equal("2", Version().Match(stale.Text).Groups["number"].Value);
        Assert.Empty(await cohort.PairsAsync());
    }

    [Fact]
    public async Task Once_the_coordinators_address_is_corrected_links_sent_to_the_old_one_open_nothing()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.ProposedAsync(service);
        var link = new Uri((await cohort.ToCoordinatorAsync("matches-proposed")).Links[0]).PathAndQuery;
        using var body = new StringContent(
            """{"email": "new.coordinator@example.org", "reason": "New in post"}""", System.Text.Encoding.UTF8, "application/json");
        var corrected = await service.Api.SendToAsync(
            HttpMethod.Put, $"api/cohorts/{FirmCohort.Id}/people/coordinator/address", body);
        Assert.Equal(HttpStatusCode.OK, corrected.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync(link)).Status);
    }

    [Fact]
    public async Task The_page_holds_an_address_and_a_reason_to_the_limits_of_the_API_and_keeps_what_was_typed()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.EnrollingAsync(service);
        var ann = await cohort.IdOfAsync("ann@example.org");
        var link = await service.Activity<LinkMinter>().MintAsync(
            new LinkGrant
            {
                CohortId = FirmCohort.Id,
                Id = "",
                PersonId = "coordinator",
                Purpose = StaffPages.Address,
                AboutId = ann,
                Expires = new DateTimeOffset(2023, 3, 1, 0, 0, 0, TimeSpan.Zero),
            },
            default);
        Task<Reply> CorrectAsync(string email, string reason) => service.Browser.SubmitAsync(
            link.Address.PathAndQuery,
            new Dictionary<string, string> { ["address"] = Coordinator, ["do"] = "correct", ["email"] = email, ["reason"] = reason });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CorrectAsync("ann", "moved")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CorrectAsync("ann.ashe@example.org", "")).Status);
        var tooLong = await CorrectAsync("ann.ashe@example.org", new string('x', 501));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Contains("ann.ashe@example.org", tooLong.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected.", (await CorrectAsync("ann.ashe@example.org", "moved")).Text, StringComparison.Ordinal);
        Assert.Equal(ann, await cohort.IdOfAsync("ann.ashe@example.org"));
    }

    private static Dictionary<string, string> Release(string address, string version) =>
        new(StringComparer.Ordinal) { ["address"] = address, ["do"] = "release", ["version"] = version };

    [GeneratedRegex("name=\"version\" value=\"(?<number>[0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Version();
}
