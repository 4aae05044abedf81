using Microsoft.Playwright;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Browser.Tests;

/// <summary>Every email in the windows of mail programs, light and dark, as a browser draws it.</summary>
[Collection(UsesChromium.Name)]
public sealed class EmailTests(Chromium chromium)
{
    private static readonly string[] Pictured = ["invitation", "introduction", "launch-invitation", "matches-proposed"];

    [Theory]
    [InlineData(375, ColorScheme.Dark, true)]
    [InlineData(700, ColorScheme.Light, true)]
    [InlineData(375, ColorScheme.Light, false)]
    [InlineData(700, ColorScheme.Dark, false)]
    public async Task No_email_has_a_barrier_that_axe_can_find_or_scrolls_sideways(int width, ColorScheme colours, bool all)
    {
        await using var service = await TestService.StartAsync();
        await using var stage = await Stage.OpenAsync(
            chromium.Browser, service, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colours });
        foreach (var name in all ? Templates.Catalogue.EmailNames : Pictured)
        {
            await stage.Page.SetContentAsync(Templates.Emails.Render(name, EmailModels.Full(name)).Html);
            // A mail program shows it in a frame of its own, with landmarks around it.
            await stage.ExpectSoundAsync($"{name}, {width} px, {colours}", except: ["region", "landmark-one-main"]);
            if (Pictured.Contains(name))
            {
                await stage.PictureAsync($"email-{name}-{width}-{colours.ToString().ToLowerInvariant()}");
            }
        }
    }
}
