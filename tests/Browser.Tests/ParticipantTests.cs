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

        await SendByKeyboardAsync(stage, answers);
        await Assertions.Expect(stage.Page.Locator("h1")).ToHaveTextAsync("Your pen portrait has arrived");
        await stage.ExpectSoundAsync("the receipt");
        await stage.PictureAsync("participant-receipt");
        Assert.NotNull((await cohort.PersonAsync(person.Email)).Portrait);
    }

    [Fact]
    public async Task Sessions_reflections_the_evaluation_and_leaving_are_answered_by_keyboard_alone()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        var texts = new Dictionary<string, string> { ["text"] = "It went well.", ["your_address"] = person.Email };
        async Task SendAsync(string link, params string[] second)
        {
            await stage.Page.GotoAsync(link);
            await SendByKeyboardAsync(stage, texts, second);
            await stage.Page.WaitForURLAsync("**?receipt=yes");
            await stage.ExpectSoundAsync($"the receipt behind {link}");
        }

        await SendAsync(await cohort.LinkAsync(person, "reflection-opening"), "readers");
        await service.RunToAsync("2023-05-25T12:00Z");
        await SendAsync(await cohort.LinkAsync(person, "session-check"));
        Assert.True((await cohort.PairOfAsync(person.Id)).HasMet(2));
        await service.RunToAsync("2023-11-21T12:00Z");
        await SendAsync(await cohort.LinkAsync(person, "evaluation-opening"));
        await SendAsync(await cohort.WithdrawLinkAsync(person, "evaluation-opening"), "choice");
        await service.SettleAsync();
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Id == person.Id);
    }

    [Fact]
    public async Task Below_a_long_text_stands_how_much_room_is_left_and_what_was_too_much_comes_back_whole()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await using var stage = await Stage.OpenAsync(chromium.Browser, service);
        await stage.Page.GotoAsync(await cohort.LinkAsync(person, "invitation"));
        var (field, note) = (stage.Page.Locator("#field-why_interested"), stage.Page.Locator("#field-why_interested-length"));
        await Assertions.Expect(note).ToHaveTextAsync("Up to 3,000 characters.");
        await field.FillAsync("To learn.\n\nAnd more.  ");
        await Assertions.Expect(note).ToHaveTextAsync("2,980 characters left.");
        await stage.ExpectSoundAsync("a text that fits");
        var tooMuch = new string('a', 3001);
        await field.FillAsync(tooMuch);
        await Assertions.Expect(note).ToHaveTextAsync("1 too many.");
        await stage.PressAsync("Send my pen portrait");
        await Assertions.Expect(stage.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        Assert.Equal(tooMuch, await field.InputValueAsync());
        await Assertions.Expect(note).ToHaveTextAsync("1 too many.");
        await stage.ExpectSoundAsync("a text that is too long");
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
        await GoThroughAsync(["invitation", "introduction", "launch-invitation", "session-opening", "session-check", "reflection-opening"]);
        await stage.Page.GotoAsync(await cohort.LinkAsync(person, "introduction") + "?mine=yes");
        await stage.Page.GetByLabel("Your email address").FillAsync(person.Email);
        await stage.PressAsync("Continue");
        await Assertions.Expect(stage.Page.Locator("h1")).ToHaveTextAsync("Your mentoring");
        await stage.ExpectSoundAsync("your mentoring");
        await stage.PictureAsync($"participant-{width}-mine");
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

    /// <summary>From field to field with the Tab key: types texts, ticks, takes the first of each choice, and presses the button.</summary>
    /// <param name="second">Choices of which the second is taken.</param>
    private static async Task SendByKeyboardAsync(
        Stage stage, IReadOnlyDictionary<string, string> texts, params string[] second)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await stage.Page.Keyboard.PressAsync("Tab");
            var (name, kind) = (await FocusedAsync(stage, "name"), await FocusedAsync(stage, "type"));
            if (kind is "checkbox" or "radio")
            {
                await stage.Page.Keyboard.PressAsync("Space");
                if (second.Contains(name))
                {
                    await stage.Page.Keyboard.PressAsync("ArrowDown");
                }
            }
            else if (texts.TryGetValue(name, out var text))
            {
                await stage.Page.Keyboard.TypeAsync(text);
            }
            else if (kind == "submit")
            {
                await stage.Page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        throw new InvalidOperationException("The Tab key never came to the button.");
    }

    private static Task<string> FocusedAsync(Stage stage, string attribute) =>
        stage.Page.EvaluateAsync<string>($"document.activeElement.getAttribute('{attribute}') || ''");
}
