using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Recruiting;
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
                .Replace("{instance}", JudicialCohort.Instance).Replace("{template}", "invitation")
                .Replace("{event}", "launch").Replace("{pair}", stage == "reflecting" ? "pair-01" : "{pair}"))
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

    [Fact]
    public async Task The_page_of_the_safeguarding_lead_has_no_barrier_in_any_of_its_states()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        await service.Api.SendToAsync(HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/team", new StringContent(
            """{"team":[{"name":"Sage Thorne","email":"sage@example.org","role":"safeguarding"}]}""", null, "application/json"));
        foreach (var (name, options) in Windows)
        {
            await using var window = await Stage.OpenAsync(chromium.Browser, service, options);
            await window.SignInAsync("sage@example.org");
            var care = $"console/cohorts/{JudicialCohort.Id}/care";
            await window.Page.GotoAsync(care);
            await window.ExpectSoundAsync($"care, {name}");
            var person = (await cohort.PeopleAsync())[0];
            await window.Page.GotoAsync(await cohort.LinkAsync(person, "reflection-opening"));
            await window.Page.GetByRole(AriaRole.Link, new() { Name = "Write to the safeguarding lead, in confidence" }).ClickAsync();
            await window.ExpectSoundAsync($"help, {name}");
            await window.Page.GetByLabel("What is it about?").FillAsync($"Something has happened, {name}.");
            await window.Page.GetByLabel("How and when may we answer you?").FillAsync("By telephone, after six.");
            await window.PressAsync("Send it in confidence");
            await window.ExpectSoundAsync($"help, sent, {name}");
            await window.Page.GotoAsync(care);
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).First.ClickAsync();
            await Assertions.Expect(window.Page.GetByText("Something has happened")).ToBeVisibleAsync();
            await window.ExpectSoundAsync($"care, opened, {name}");
            await window.PressAsync("Enter it into the register");
            await window.ExpectSoundAsync($"care, refused, {name}");
        }
    }

    [Fact]
    public async Task The_open_page_for_applications_has_no_barrier_in_any_of_its_states_nor_has_the_queue()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        foreach (var (name, options) in Windows)
        {
            await using var window = await Stage.OpenAsync(chromium.Browser, service, options);
            await window.Page.GotoAsync(Applying.Page);
            await window.ExpectSoundAsync($"apply, {name}");
            await window.PressAsync("Send");
            await window.ExpectSoundAsync($"apply, refused, {name}");
            await window.Page.GotoAsync(Applying.Page + "?nominate");
            await window.ExpectSoundAsync($"nominate, {name}");
            var link = await Applying.ApplyAsync(service, "Uma Harcourt", $"uma.{name.Split(' ')[0]}@example.org");
            await window.Page.GotoAsync(link);
            await window.ExpectSoundAsync($"application, waiting, {name}");
            await window.SignInAsync("coordinator@example.org");
            await window.Page.GotoAsync($"console/cohorts/{JudicialCohort.Id}/applications");
            await window.ExpectSoundAsync($"queue, {name}");
            await window.Page.Locator("button[value=decline]").First.ClickAsync(new() { Timeout = 10_000 });
            await window.ExpectSoundAsync($"queue, refused, {name}");
        }
    }

    private static readonly (string Name, BrowserNewContextOptions Options)[] Windows =
    [
        ("wide", new() { ViewportSize = new() { Width = 1280, Height = 900 } }),
        // 320 px, as a phone, and a desktop window of 640 px at 200 %.
        ("narrow and dark", new() { ViewportSize = new() { Width = 320, Height = 700 }, ColorScheme = ColorScheme.Dark }),
    ];
}
