using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Browser.Tests;

/// <summary>Every page of the console, at the stages of a cohort that look different, in the windows that people have.</summary>
[Collection(UsesChromium.Name)]
public sealed class SoundPagesTests(Chromium chromium)
{
    [Theory]
    [InlineData("draft")]
    [InlineData("proposed")]
    [InlineData("reflecting")]
    public async Task No_page_has_a_barrier_that_axe_can_find_or_scrolls_sideways(string stage)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await (stage switch
        {
            "draft" => JudicialCohort.DraftAsync(service),
            "proposed" => JudicialCohort.ProposedAsync(service),
            _ => JudicialCohort.ReflectingAsync(service),
        });
        var person = (await cohort.PeopleAsync())[0].Id;
        var paths = service.Host.Services.GetServices<ConsolePage>().Where(p => !p.Route.EndsWith("{name}", StringComparison.Ordinal))
            .Where(p => stage == "reflecting" || p.Audience != Audience.Administrator)
            .Select(p => "console/" + p.Route.Replace("{cohort}", JudicialCohort.Id).Replace("{person}", person)
                .Replace("{instance}", JudicialCohort.Instance).Replace("{template}", "invitation"))
            .Where(p => !p.Contains('{')).ToList();

        foreach (var (name, options) in Windows)
        {
            await using var window = await Stage.OpenAsync(chromium.Browser, service, options);
            await window.EnterAsync();
            foreach (var path in paths)
            {
                await window.Page.GotoAsync(path);
                await window.ExpectSoundAsync($"{stage}, {path}, {name}");
                if (name is "wide")
                {
                    await window.PictureAsync($"{stage}-{path.Replace("console/", "").Replace('/', '-')}");
                }
            }
        }
    }

    private static readonly (string Name, BrowserNewContextOptions Options)[] Windows =
    [
        ("wide", new() { ViewportSize = new() { Width = 1280, Height = 900 } }),
        // 320 px, as a phone, and a desktop window of 640 px at 200 %.
        ("narrow and dark", new() { ViewportSize = new() { Width = 320, Height = 700 }, ColorScheme = ColorScheme.Dark }),
    ];
}
