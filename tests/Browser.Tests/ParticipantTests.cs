using Microsoft.Playwright;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Browser.Tests;

[Collection(UsesChromium.Name)]
public sealed class ParticipantTests(Chromium chromium)
{
    [Fact]
    public async Task A_pen_portrait_is_sent_by_keyboard_alone()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        await stage.Page.GotoAsync(await cohort.LinkAsync(person, "invitation"));
        var answers = Forms.Portrait(person.Name);
        await stage.PictureAsync("participant-portrait");

        for (var presses = 0; presses < 60; presses++)
        {
            await stage.Page.Keyboard.PressAsync("Tab");
            var (name, kind) = (await FocusedAsync(stage, "name"), await FocusedAsync(stage, "type"));
            if (kind == "checkbox")
            {
                await stage.Page.Keyboard.PressAsync("Space");
            }
            else if (answers.TryGetValue(name, out var answer))
            {
                await stage.Page.Keyboard.TypeAsync(answer);
            }
            else if (kind == "submit")
            {
                await stage.Page.Keyboard.PressAsync("Enter");
                break;
            }
        }

        await Assertions.Expect(stage.Page.Locator("h1")).ToHaveTextAsync("Your pen portrait has arrived");
        await stage.ExpectSoundAsync("the receipt");
        await stage.PictureAsync("participant-receipt");
        Assert.NotNull((await cohort.PersonAsync(person.Email)).Portrait);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task No_page_behind_a_link_has_a_barrier_that_axe_can_find(int width, bool dark)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await using var stage = await Stage.OpenAsync(chromium.Browser, service, new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        await GoThroughAsync(["invitation", "introduction", "session-check", "reflection-opening"]);
        await service.RunToAsync("2023-11-21T12:00Z");
        await GoThroughAsync(["evaluation-opening"]);
        await stage.Page.GotoAsync(await cohort.WithdrawLinkAsync(person, "evaluation-opening"));
        await stage.ExpectSoundAsync("leaving");
        await stage.Page.GotoAsync("r/judicial-2023.none");
        await stage.ExpectSoundAsync("an unknown link");
        await stage.Page.GotoAsync("");
        await stage.ExpectSoundAsync("the bare address");

        async Task GoThroughAsync(string[] templates)
        {
            foreach (var template in templates)
            {
                await stage.Page.GotoAsync(await cohort.LinkAsync(person, template));
                await stage.ExpectSoundAsync($"behind {template}");
                await stage.PictureAsync($"participant-{width}-{template}");
                if (await stage.Page.GetByRole(AriaRole.Button).CountAsync() > 0)
                {
                    await stage.Page.GetByRole(AriaRole.Button).First.ClickAsync();
                    await stage.ExpectSoundAsync($"behind {template}, after its button");
                }
            }
        }
    }

    private static Task<string> FocusedAsync(Stage stage, string attribute) =>
        stage.Page.EvaluateAsync<string>($"document.activeElement.getAttribute('{attribute}') || ''");
}
