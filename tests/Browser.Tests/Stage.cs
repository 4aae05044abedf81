using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Browser.Tests;

/// <summary>The running service on a virtual clock, and a window of the browser on it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>All that the pages promise: WCAG 2.2 at level AA, and what axe's authors hold for good practice.</summary>
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Adds up how far what stands on a page moves by itself while it loads (the browser's own layout-shift entries).</summary>
    private const string CountsShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const e of list.getEntries()) { if (!e.hadRecentInput) { window.shifted += e.value; } } })
            .observe({ type: 'layout-shift', buffered: true });
        """;

    private readonly IBrowserContext _context;

    private Stage(TestService service, IBrowserContext context, IPage page)
    {
        Service = service;
        _context = context;
        Page = page;
    }

    public TestService Service { get; }

    public IPage Page { get; }

    public static async Task<Stage> OpenAsync(IBrowser browser, TestService service, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions(options ?? new()) { BaseURL = service.Host.BaseAddress.ToString() });
        context.SetDefaultTimeout(Chromium.Patience);
        await context.AddInitScriptAsync(CountsShifts);
        return new Stage(service, context, await context.NewPageAsync());
    }

    /// <summary>As whoever started the service on this machine.</summary>
    public async Task EnterAsync()
    {
        await Page.GotoAsync($"console/enter/{Service.Host.Services.GetRequiredService<OwnerPass>().Issue()}");
        await PressAsync("Sign in");
    }

    /// <summary>As somebody of the staff, by the link that is sent to their address.</summary>
    public async Task SignInAsync(string email)
    {
        await Page.GotoAsync("console/sign-in");
        await Page.GetByLabel("Your email address").FillAsync(email);
        await PressAsync("Send me a link");
        await Service.SettleAsync();
        await Page.GotoAsync(StaffBrowser.LinkTo(Service, email));
        await PressAsync("Sign in");
    }

    /// <summary>Presses the button of that name.</summary>
    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Nothing that axe finds, nothing to scroll sideways for, and nothing that moved under the reader's eyes.</summary>
    /// <param name="except">Rules that do not fit what is shown.</param>
    public async Task ExpectSoundAsync(string what, params string[] except)
    {
        var found = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] },
            Rules = except.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }, StringComparer.Ordinal),
        });
        Assert.True(
            found.Violations.Length == 0,
            $"{what}:\n" + string.Join("\n", found.Violations.Select(
                v => $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html)))));
        var (wide, window) = (await WidthAsync("document.documentElement.scrollWidth"), await WidthAsync("window.innerWidth"));
        var shifted = await Page.EvaluateAsync<double>("window.shifted ?? 0");
        Assert.True(shifted == 0, $"{what} moves while it loads: {shifted}");
        Assert.True(wide <= window, $"{what} is {wide} pixels wide in a window of {window}.");
    }

    /// <summary>Kept beside the tests, and shown in the README.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures"));
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private Task<int> WidthAsync(string script) => Page.EvaluateAsync<int>(script);
}
