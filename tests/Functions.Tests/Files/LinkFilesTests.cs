using System.Net;
using AngleSharp.Html.Parser;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Files;

public sealed class LinkFilesTests
{
    [Fact]
    public async Task Whoever_takes_part_finds_the_handbook_from_their_page_and_not_what_is_the_coordinators()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        await FilesApiTests.SaveAsync(service, "Hand book & more.pdf?audience=everyone", "application/pdf", "the handbook");
        await FilesApiTests.SaveAsync(service, "budget.pdf", "application/pdf", "the budget");
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var before = service.Documents;
        var footer = new HtmlParser().ParseDocument((await service.Browser.AskAsync(link)).Text).QuerySelector("footer a[href='?files']");
        Assert.NotNull(footer);
        var list = await service.Browser.AskAsync(link + "?files");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.DoesNotContain("budget", list.Text, StringComparison.Ordinal);
        var item = Assert.Single(new HtmlParser().ParseDocument(list.Text).QuerySelectorAll("main li a"));
        Assert.Equal("Hand book & more.pdf", item.TextContent);
        var file = new Uri(new Uri(service.Browser.BaseAddress!, link), item.GetAttribute("href")).PathAndQuery;
        var got = await service.Browser.AskAsync(file);
        Assert.Equal((HttpStatusCode.OK, "the handbook", "application/pdf"), (got.Status, got.Text, got.ContentType));
        Assert.StartsWith("attachment", got.Headers["Content-Disposition"], StringComparison.Ordinal);
        var head = await service.Browser.HeadAsync(file);
        Assert.Equal((HttpStatusCode.OK, "", "12"), (head.Status, head.Text, head.Headers["Content-Length"]));
        await service.SettleAsync();
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task Every_reason_not_to_give_a_file_looks_like_an_unknown_link()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        await FilesApiTests.SaveAsync(service, "handbook.pdf?audience=everyone", "application/pdf", "the handbook");
        await FilesApiTests.SaveAsync(service, "budget.pdf", "application/pdf", "the budget");
        var people = await cohort.PeopleAsync();
        var good = await cohort.LinkAsync(people[1], "invitation");
        var left = await cohort.WithdrawLinkAsync(people[0], "invitation");
        var revoked = await cohort.LinkAsync(people[0], "invitation");
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.AskAsync($"{left}/files/handbook.pdf")).Status);
        await service.Browser.SubmitAsync(left, Forms.Withdrawal(people[0].Email));
        var unknown = await service.Browser.AskAsync("r/judicial-2023.unknown");

        // At once, before the orchestrator has erased anybody, and afterwards.
        await ExpectUnknownAsync($"{left}/files/handbook.pdf", $"{revoked}/files/handbook.pdf", $"{left}?files");
        await service.SettleAsync();
        await ExpectUnknownAsync(
            $"{left}/files/handbook.pdf",
            $"{revoked}/files/handbook.pdf", $"{left}?files", $"{revoked}?files", $"{good}/files/budget.pdf", $"{good}/files/nothing.pdf",
            $"{good}/files/..%2F..%2Fcohorts.db", $"{good}/files/report.html", "r/judicial-2023.unknown/files/handbook.pdf",
                "r/judicial-2023.unknown?files", "r/no-such-cohort.x/files/handbook.pdf", "r/x/files/handbook.pdf");
        Assert.DoesNotContain("?files", (await service.Browser.AskAsync(left)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.AskAsync($"{good}/files/handbook.pdf")).Status);
        await service.RunToAsync("2023-03-13T16:00Z");
        await ExpectUnknownAsync($"{good}/files/handbook.pdf");

        async Task ExpectUnknownAsync(params string[] paths)
        {
            foreach (var path in paths)
            {
                var shown = await service.Browser.AskAsync(path);
                Assert.True((HttpStatusCode.NotFound, unknown.Text) == (shown.Status, shown.Text), path);
                Assert.Equal("no-referrer", shown.Headers["Referrer-Policy"]);
                Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.HeadAsync(path)).Status);
            }
        }
    }

    [Fact]
    public async Task The_page_for_a_bad_link_to_a_file_can_ask_for_a_fresh_link()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        foreach (var path in new[] { "r/judicial-2023.unknown/files/handbook.pdf", "r/judicial-2023.unknown?files" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Browser.SubmitAsync(path, Forms.Address("nobody"))).Status);
            Assert.Equal(HttpStatusCode.OK, (await service.Browser.SubmitAsync(path, Forms.Address("uma.jessop@example.org"))).Status);
        }

        await service.SettleAsync();
        Assert.Single(await cohort.SentAsync("fresh-link"));
    }

    [Fact]
    public async Task A_receipt_leads_to_the_files_too()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        Assert.Contains(
            "href=\"?files\"", await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name)), StringComparison.Ordinal);
        Assert.Contains(
            "nothing here yet",
            (await service.Browser.AskAsync(await cohort.LinkAsync(person, "invitation") + "?files")).Text,
            StringComparison.Ordinal);
    }
}
