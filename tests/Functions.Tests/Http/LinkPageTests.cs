using System.Net;
using AngleSharp.Html.Parser;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class LinkPageTests
{
    [Fact]
    public async Task Looking_at_links_of_every_kind_changes_nothing_however_often()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReflectingAsync(service);
        await service.RunToAsync("2023-11-21T12:00Z");
        var links = Directory.GetFiles(service.Emails).SelectMany(f => Envelope.Open(f).Links).Select(JudicialCohort.PathOf).ToList();
        var before = service.Documents;
        var statuses = new Dictionary<HttpStatusCode, int>();
        foreach (var link in links.Where((_, i) => i % 4 == 0).Append("/r/judicial-2023.unknown"))
        {
            foreach (var wish in new[] { "", "?change", "?read" })
            {
                var shown = await service.Browser.AskAsync(link + wish);
                statuses[shown.Status] = statuses.GetValueOrDefault(shown.Status) + 1;
                Assert.Equal(shown.Status, (await service.Browser.HeadAsync(link + wish)).Status);
            }
        }

        await service.SettleAsync();
        Assert.Equal(before, service.Documents);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], statuses.Keys.Order());
    }

    [Fact]
    public async Task Posting_a_form_twice_gives_the_same_receipt_and_so_does_looking_again()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await TwiceAsync("reflection-opening", Forms.Reflection("Thinking.", "only-me"));
        await service.RunToAsync("2023-05-22T12:00Z");
        await TwiceAsync("session-check", Forms.Met("yes"));
        await service.RunToAsync("2023-11-21T12:00Z");
        await TwiceAsync("evaluation-opening", new Dictionary<string, string>(StringComparer.Ordinal) { ["safe"] = "5" });

        async Task TwiceAsync(string template, Dictionary<string, string> form)
        {
            var link = await cohort.LinkAsync(person, template);
            var first = await service.Browser.SubmitAsync(link, form);
            await service.SettleAsync();
            var after = service.Documents;
            service.Clock.Advance(TimeSpan.FromMinutes(9));
            Assert.Equal((HttpStatusCode.OK, first.Text), (first.Status, (await service.Browser.SubmitAsync(link, form)).Text));
            Assert.Equal(first.Text, (await service.Browser.AskAsync(link)).Text);
            await service.SettleAsync();
            Assert.Equal(after, service.Documents);
        }
    }

    [Fact]
    public async Task A_partners_answer_leaves_ones_own_receipt_as_it_was()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-22T12:00Z");
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        var link = await cohort.LinkAsync(person, "session-check");
        var receipt = await service.Browser.SubmitAsync(link, Forms.Met("yes"));
        service.Clock.Advance(TimeSpan.FromHours(3));
        var partner = (await cohort.PairOfAsync(person.Id)).PartnerOf(person.Id);
        await cohort.AnswerAsync((await cohort.PeopleAsync()).First(p => p.Id == partner), "session-check", Forms.Met("yes"));
        Assert.Equal(receipt.Text, (await service.Browser.AskAsync(link)).Text);
    }

    [Fact]
    public async Task A_link_page_cannot_leak_its_address()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        foreach (var page in new[] { await service.Browser.AskAsync(
            link), await service.Browser.SubmitAsync(link, Forms.Met("x")), await service.Browser.AskAsync("r/judicial-2023.unknown") })
        {
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Equal("noindex", page.Headers["X-Robots-Tag"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            Assert.Equal(
                "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'", page.Headers["Content-Security-Policy"]);
            Assert.DoesNotContain("Set-Cookie", page.Headers.Keys);
            Assert.DoesNotMatch("<script(?! src=\"/assets/count.js\" defer></script>)", page.Text);
            Assert.DoesNotContain(
                "http",
                string.Concat(page.Text.Split('"').Where(p => p.StartsWith("http", StringComparison.OrdinalIgnoreCase))),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var before = service.Documents;
        var typed = Forms.Portrait("Zoë <b>Quill</b>");
        typed["why_interested"] = "";
        typed.Remove("declaration");
        var refused = await service.Browser.SubmitAsync(link, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, new WebForm(refused.Text).Errors.Count);
        var page = new HtmlParser().ParseDocument(refused.Text);
        Assert.Equal("Zoë <b>Quill</b>", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal("Nobody from my old chambers.", page.QuerySelector("textarea[name=matching_considerations]")!.TextContent.Trim());
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task A_form_that_has_closed_says_so_and_gives_back_what_was_typed()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        await service.RunToAsync("2023-02-28T12:00Z");
        var before = service.Documents;
        var late = await service.Browser.SubmitAsync(link, Forms.Portrait("Somebody Else"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Somebody Else", late.Text, StringComparison.Ordinal);
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task Unknown_expired_and_revoked_links_look_the_same()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var people = await cohort.PeopleAsync();
        var portrait = await cohort.LinkAsync(people[1], "invitation");
        var revoked = await cohort.WithdrawLinkAsync(people[0], "portrait-receipt");
        await service.Browser.SubmitAsync(
            await cohort.WithdrawLinkAsync(people[0], "invitation"), Forms.Withdrawal(people[0].Email));
        await service.SettleAsync();
        var unknown = await service.Browser.AskAsync("r/judicial-2023.unknown");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(unknown.Text, (await service.Browser.AskAsync(revoked)).Text);
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.AskAsync(portrait)).Status);
        await service.RunToAsync("2023-03-13T16:00Z");
        Assert.Equal(unknown.Text, (await service.Browser.AskAsync(portrait)).Text);
        foreach (var other in new[] { "r/no-such-cohort.unknown",
            "r/nothing", "r/judicial-2023.", $"r/judicial-2023.{new string('x', 3000)}" })
        {
            Assert.Equal(unknown.Text, (await service.Browser.AskAsync(other)).Text);
        }
    }

    [Fact]
    public async Task A_fresh_link_goes_only_to_the_address_on_record_and_the_page_does_not_tell()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        var stranger = await service.Browser.SubmitAsync("r/judicial-2023.unknown", Forms.Address("stranger@example.org"));
        await service.SettleAsync();
        var after = service.Documents;
        var ledger = Assert.Single(after.Keys.Except(before.Keys));
        Assert.DoesNotContain("stranger", after[ledger], StringComparison.Ordinal);
        Assert.Equal(before, after.Where(d => d.Key != ledger));
        var known = await service.Browser.SubmitAsync("r/judicial-2023.unknown", Forms.Address("UMA.jessop@example.org"));
        var again = await service.Browser.SubmitAsync("r/judicial-2023.unknown", Forms.Address("uma.jessop@example.org"));
        Assert.Equal((stranger.Status, stranger.Text), (known.Status, known.Text));
        Assert.Equal(known.Text, again.Text);
        await service.SettleAsync();
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        Assert.Equal(person.Id, Assert.Single(await cohort.SentAsync("fresh-link")).PersonId);
        var email = await cohort.EmailAsync(person.Id, "fresh-link");
        Assert.Contains("uma.jessop@example.org", email.To, StringComparison.Ordinal);
        await cohort.AnswerAsync(person, "fresh-link", Forms.Portrait(person.Name));
    }
}
