using System.Net;
using System.Text;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

public sealed class PeoplePageTests
{
    private const string Path = $"console/cohorts/{JudicialCohort.Id}/people";

    private const string Table = """
        Name;E-mail;Role;Organisation;Rank
        Una Mir;una.mir@example.org;reverse mentor;Aspen Law;Solicitor
        Odd Rank;odd.rank@example.org;reverse mentor;Aspen Law;Wizard
        """;

    [Fact]
    public async Task What_a_table_would_do_is_said_row_by_row_and_done_only_by_the_second_button()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        var looked = await browser.PressAsync(Path, ("do", "look"), ("table", Table));
        Assert.Contains("1 added, 0 changed, 0 left alone, 1 refused.", looked.Text, StringComparison.Ordinal);
        Assert.Contains("This rank is not declared", looked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Email == "una.mir@example.org");

        var kept = looked.Document.QuerySelector("input[name=kept]")!.GetAttribute("value")!;
        var added = await browser.PressAsync(Path, ("do", "add"), ("kept", kept));
        Assert.Contains("The people are added", added.Text, StringComparison.Ordinal);
        Assert.Contains(await cohort.PeopleAsync(), p => p.Email == "una.mir@example.org");
    }

    [Fact]
    public async Task A_heading_that_is_not_known_can_be_chosen_by_hand()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        var strange = Table.Replace("E-mail", "Briefkasten", StringComparison.Ordinal);

        var refused = await browser.PressAsync(Path, ("do", "look"), ("table", strange));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var fields = refused.Document.QuerySelectorAll("input[name^=heading-]").Select(
            h => (h.GetAttribute("name")!, h.GetAttribute("value")!)).ToList();
        var place = fields.FindIndex(f => f.Item2 == "Briefkasten");
        var chosen = await browser.PressAsync(
            Path, [.. fields, ("do", "look"), ("table", strange), ($"column-{place}", "email")]);

        Assert.Contains("1 added", chosen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_what_is_missing()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        var refused = await browser.PressAsync(Path, ("do", "look"), ("table", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose a file, or paste a table", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_answered_is_found_and_a_name_too()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        Assert.DoesNotContain("Uma Jessop", (await browser.GetAsync($"{Path}?show=silent")).Text, StringComparison.Ordinal);
        var found = await browser.GetAsync($"{Path}?q=UMA");
        Assert.Contains("Uma Jessop", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zora Dunmore", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_people_are_a_light_page()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        for (var n = 0; n < 1000; n++)
        {
            await service.Store.TryCreateAsync(
                new Person
                {
                    CohortId = JudicialCohort.Id,
                    Id = $"p-many{n:D4}",
                    Name = $"Somebody Number {n:D4}",
                    Email = $"somebody-{n}@example.org",
                    Roles = n % 2 == 0 ? Roles.ReverseMentor : Roles.ReverseMentee,
                    Organisation = "Aspen Law",
                    Rank = "Solicitor",
                    AddedAt = TestService.Epoch,
                },
                default);
        }

        var page = await browser.GetAsync(Path);

        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < 100 * 1024);
        Assert.Contains("Page 1 of 11", page.Text, StringComparison.Ordinal);
    }
}
