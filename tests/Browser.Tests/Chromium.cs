using Microsoft.Playwright;

namespace ReverseMentoring.Browser.Tests;

/// <summary>Debian's Chromium, started once for all tests; no browser is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds; the machine may have much else to do, and what is waited for says so when it does not come.</summary>
    public const int Patience = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } other ? other : "/usr/bin/chromium",
            // Root has no sandbox to give; the pages are our own.
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class UsesChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Uses Chromium";
}
