using System.Net;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Safeguarding;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>"I need help": between whoever asks and the safeguarding lead, and nobody else (A5, J30).</summary>
public sealed class HelpTests
{
    private const string Secret = "What he said in our second session frightened me.";
    private const string Lead = "sage@example.org";
    private static readonly string Care = $"console/cohorts/{JudicialCohort.Id}/care";

    [Fact]
    public async Task Whoever_asks_reaches_the_lead_and_the_deputy_and_nobody_else_learns_that_anybody_asked()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person, link) = await InSessionAsync(service);
        Assert.Contains("?help=yes", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        var asked = await service.Browser.AskAsync(link + "?help=yes");
        Assert.Contains("Sage Thorne", asked.Text, StringComparison.Ordinal);
        var reply = await service.Browser.SubmitAsync(link + "?help=yes", Help());
        Assert.Contains("Your message has arrived", reply.Text, StringComparison.Ordinal);
        await service.Browser.SubmitAsync(link + "?help=yes", Help());
        await service.SettleAsync();

        Assert.Equal(2, (await cohort.SentAsync("help-asked")).Count);
        Assert.Equal(person.Id, Assert.Single(await cohort.SentAsync("help-received")).PersonId);
        var emails = string.Concat(Directory.GetFiles(service.Emails).Select(File.ReadAllText));
        Assert.DoesNotContain("frightened", emails, StringComparison.Ordinal);

        using var lead = await StaffBrowser.SignedInAsync(service, Lead);
        var list = await lead.GetAsync(Care);
        Assert.Contains(person.Name, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, list.Text, StringComparison.Ordinal);
        var opened = await lead.PressAsync(Care, ("do", "open"), ("request", HelpRequest.IdOf(person.Id, Secret)));
        Assert.Contains(Secret, opened.Text, StringComparison.Ordinal);
        Assert.Contains(Lead, opened.Text, StringComparison.Ordinal);

        using var owner = await StaffBrowser.OfOwnerAsync(service);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(Care)).Status);
        using var coordinator = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Care)).Status);
        foreach (var path in new[] { "", "/audit", "/emails", $"/people/{person.Id}", "/pairs" })
        {
            var page = await coordinator.GetAsync($"console/cohorts/{JudicialCohort.Id}{path}");
            Assert.DoesNotMatch("help-|frightened|[Ss]omething for you alone", page.Html);
        }
    }

    [Fact]
    public async Task What_had_to_be_passed_on_is_in_the_register_and_the_person_is_told_unless_that_is_unsafe()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person, link) = await InSessionAsync(service);
        await service.Browser.SubmitAsync(link + "?help=yes", Help());
        await service.SettleAsync();
        var request = ("request", HelpRequest.IdOf(person.Id, Secret));
        using var lead = await StaffBrowser.SignedInAsync(service, Lead);
        (string, string)[] entry =
            [("do", "register"), request, ("what", "That there was a threat"), ("to", "The police"), ("why", "Harm")];
        var unsaid = await lead.PressAsync(Care, [.. entry, ("told", "no"), ("whyNotTold", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Equal("The police", unsaid.Document.QuerySelector("#field-to")!.GetAttribute("value"));
        await lead.PressAsync(Care, [.. entry, ("told", "no"), ("whyNotTold", "He reads her email.")]);
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("confidence-exception"));
        await lead.PressAsync(Care, [.. entry, ("told", "yes")]);
        await service.SettleAsync();
        var told = await cohort.EmailAsync(person.Id, "confidence-exception");
        Assert.Contains("The police", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("police", told.Subject, StringComparison.OrdinalIgnoreCase);

        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "session-opening"), Forms.Withdrawal(person.Email));
        await service.SettleAsync();
        Assert.DoesNotContain("frightened", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_safeguarding_lead_the_page_says_so_and_gives_back_what_was_typed()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        Assert.DoesNotContain("?help", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        var reply = await service.Browser.SubmitAsync(link + "?help=yes", Help());
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains(Secret, reply.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is named in this cohort", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_request_is_told_at_both_fields()
    {
        await using var service = await TestService.StartAsync();
        var (_, _, link) = await InSessionAsync(service);
        var reply = await service.Browser.SubmitAsync(link + "?help=yes", new Dictionary<string, string> { ["help_text"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains("Please write what it is about", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Please say how we may reach you", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_feel_safe_and_heard_is_told_to_the_safeguarding_lead_from_five_on()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, _, _) = await InSessionAsync(service);
        await service.RunToAsync("2023-05-03T08:30Z");
        var people = await cohort.PeopleAsync();
        foreach (var (person, n) in people.Take(7).Select((p, n) => (p, n)))
        {
            await cohort.AnswerAsync(person, "reflection-opening", new(Forms.Reflection("", ""))
            {
                ["readers"] = "",
                ["pulse"] = n < 5 ? "yes" : "no",
            });
        }

        using var lead = await StaffBrowser.SignedInAsync(service, Lead);
        Assert.Contains(
            "After session 1: yes 5, partly fewer than five, no fewer than five.", (await lead.GetAsync(Care)).Text,
            StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Help() => new(StringComparer.Ordinal)
    {
        ["help_text"] = Secret,
        ["reach"] = "By telephone, after six",
    };

    private static async Task<(JudicialCohort Cohort, Person Person, string Link)> InSessionAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.Api.SendToAsync(HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/team", new StringContent(
            """
            {"team":[{"name":"Sage Thorne","email":"sage@example.org","role":"safeguarding"},
            {"name":"Dele Wren","email":"dele@example.org","role":"safeguarding"}]}
            """, null, "application/json"));
        await service.RunToAsync("2023-04-04T08:30Z");
        var person = (await cohort.PeopleAsync())[0];
        return (cohort, person, await cohort.LinkAsync(person, "session-opening"));
    }
}
