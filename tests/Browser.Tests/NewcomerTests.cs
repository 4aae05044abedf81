using System.Diagnostics;
using Microsoft.Playwright;
using ReverseMentoring.Functions.Tests.FirstMinute;
using ReverseMentoring.Functions.Tests.Service;
using Xunit.Abstractions;

namespace ReverseMentoring.Browser.Tests;

/// <summary>The steps of the README, on the process that its command starts, by somebody who has read nothing.</summary>
[Collection(UsesChromium.Name)]
public sealed class NewcomerTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>A minute and more, however busy the machine is.</summary>
    private const int MostTries = 300;

    [Fact]
    public async Task From_the_command_to_an_answer_that_has_come_in_and_the_cohort_as_its_coordinator_sees_it()
    {
        var watch = Stopwatch.StartNew();
        using var host = await StartedHost.StartAsync(Path.Combine(Directory.CreateTempSubdirectory("newcomer-").FullName, "data"));
        await using var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = host.Browser.BaseAddress!.ToString(),
            ViewportSize = new() { Width = 1000, Height = 700 },
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();

        await page.GotoAsync("");
        await KeepAsync(page, "newcomer-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try a cohort now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The cohort to try has begun");

        await page.GetByRole(AriaRole.Link, new() { Name = "Read the emails" }).First.ClickAsync();
        var invitation = page.GetByRole(AriaRole.Link, new() { Name = "please reply by" }).First;
        for (var tries = 0; tries < MostTries && !await invitation.IsVisibleAsync(); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            await page.ReloadAsync();
        }

        await invitation.ClickAsync();
        await KeepAsync(page, "newcomer-2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Fill in your pen portrait" }).First.ClickAsync();
        var answers = Forms.Portrait("Somebody invented");
        foreach (var field in await page.Locator("main [required]").AllAsync())
        {
            if (await field.GetAttributeAsync("type") == "checkbox")
            {
                await page.Locator($"label[for={await field.GetAttributeAsync("id")}]").ClickAsync();
            }
            else
            {
                await field.FillAsync(answers[await field.GetAttributeAsync("name") ?? ""]);
            }
        }

        await KeepAsync(page, "newcomer-3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my pen portrait" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Your pen portrait has arrived");
        await page.GotoAsync("");
        await Assertions.Expect(page.GetByText("1 of 8 has come in.")).ToBeVisibleAsync();
        output.WriteLine($"From the command to the answer that has come in: {watch.Elapsed.TotalSeconds:0} s");

        await page.GotoAsync(host.Printed.Split().First(w => w.Contains("/console/enter/", StringComparison.Ordinal)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "cohort to try" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("sent a pen portrait")).ToBeVisibleAsync();
        await KeepAsync(page, "newcomer-4");
    }

    private static Task KeepAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName, $"{name}.png"),
    });
}
