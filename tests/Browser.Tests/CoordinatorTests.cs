using Microsoft.Playwright;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Browser.Tests;

/// <summary>
/// What a coordinator does from "new cohort" to the report, by clicks, while a virtual clock runs and participants answer.
/// </summary>
[Collection(UsesChromium.Name)]
public sealed class CoordinatorTests(Chromium chromium)
{
    private const int MostDecisions = 12;

    // Long because it goes the whole way, click by click.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cohort_goes_from_one_date_to_its_report_by_a_handful_of_decisions(bool withScript)
    {
        await using var service = await TestService.StartAsync();
        await using var stage = await Stage.OpenAsync(chromium.Browser, service, new() { JavaScriptEnabled = withScript });
        var page = stage.Page;
        var decisions = 0;
        Task DecideAsync(string button)
        {
            decisions++;
            return stage.PressAsync(button);
        }

        await stage.EnterAsync();
        await stage.FollowAsync("Plan a new cohort");
        await page.GetByText("Judicial Reverse Mentoring", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Name of the cohort").FillAsync("Judicial 2023");
        await page.GetByLabel("What is it for?").FillAsync("Judges learn what the way to the bench looks like from elsewhere.");
        await page.GetByLabel("By what will you know that it worked?").FillAsync("Every pair has met four times.");
        await page.GetByLabel("Who owns the action that is to follow?").FillAsync("Morgan Ashby");
        await page.GetByLabel("Launch").FillAsync("2023-03-28T16:30");
        await page.GetByLabel("Coordinator’s name").FillAsync("Morgan Ashby");
        await page.GetByLabel("Coordinator’s email address").FillAsync("coordinator@example.org");
        await DecideAsync("Work out the dates");
        await Assertions.Expect(page.GetByLabel("Pen portraits close")).ToHaveValueAsync("2023-02-28T16:00");
        await DecideAsync("Save the plan");

        await stage.FollowAsync("People");
        await page.GetByLabel("Or paste a table").FillAsync(Samples.JudicialPeople);
        await DecideAsync("Look at what would happen");
        await Assertions.Expect(page.GetByText("24 added, 0 changed, 0 left alone, 0 refused.")).ToBeVisibleAsync();
        await DecideAsync("Add 24 people");
        await stage.FollowAsync("Overview");
        await DecideAsync("Start Judicial 2023");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It has begun");

        await service.RunToAsync("2023-01-31T09:30Z");
        var cohort = new JudicialCohort(service);
        foreach (var person in await cohort.PeopleAsync())
        {
            await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        }

        await service.RunToAsync("2023-02-28T16:30Z");
        await stage.SignInAsync("coordinator@example.org");
        await stage.FollowAsync("Release the match");
        await DecideAsync("Release 12 pairs");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("released");

        await service.RunToAsync("2023-11-12T12:00Z");
        foreach (var person in await cohort.PeopleAsync())
        {
            await cohort.AnswerAsync(person, "evaluation-opening", Forms.Evaluation("It should go on."));
        }

        await service.RunToAsync("2023-12-12T12:00Z");
        await stage.SignInAsync("coordinator@example.org");
        await stage.FollowAsync("Judicial 2023");
        await stage.FollowAsync("Report");
        await Assertions.Expect(page.Locator(".lede")).ToContainTextAsync("of 24 people answered");
        Assert.True(decisions <= MostDecisions, $"{decisions} decisions.");
    }

    [Fact]
    public async Task What_was_typed_stays_where_a_field_is_wrong_and_the_summary_leads_to_it()
    {
        await using var service = await TestService.StartAsync();
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        await stage.EnterAsync();
        await stage.Page.GotoAsync("console/new");
        await stage.Page.GetByLabel("Name of the cohort").FillAsync("Half a cohort");
        await stage.PressAsync("Work out the dates");

        await stage.ExpectSoundAsync("the form with errors");
        await Assertions.Expect(stage.Page.GetByLabel("Name of the cohort")).ToHaveValueAsync("Half a cohort");
        await stage.FollowAsync("Say what the cohort is for");
        await Assertions.Expect(stage.Page.GetByLabel("What is it for?")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_date_is_moved_after_its_consequences_are_shown()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReleasedAsync(service);
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        await stage.EnterAsync();
        await stage.Page.GotoAsync($"console/cohorts/{JudicialCohort.Id}/plan");
        var heading = stage.Page.GetByRole(AriaRole.Heading, new() { Name = "Mixer session" });
        var mixer = stage.Page.Locator("form").Filter(new() { Has = heading });
        await mixer.GetByLabel("New time").FillAsync("2023-06-29T18:00");
        await mixer.GetByLabel("Reason").FillAsync("The library is taken.");
        await mixer.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(stage.Page.GetByText("Nobody is told: nobody has heard of the old date.")).ToBeVisibleAsync();
        await stage.ExpectSoundAsync("a change, looked at");
        await stage.PressAsync("Move the gathering");
        await Assertions.Expect(stage.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The gathering is moved");
        await Assertions.Expect(stage.Page.GetByText("“The library is taken.”")).ToBeVisibleAsync();
    }
}
