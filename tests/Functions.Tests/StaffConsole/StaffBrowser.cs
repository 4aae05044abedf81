using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>A browser with which somebody of the staff uses the console. It keeps cookies, and goes where it is led.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _client;

    public StaffBrowser(TestService service)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = service.Host.BaseAddress,
        };
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Somebody who asks for a link by their address, opens the email and presses the button.</summary>
    public static async Task<StaffBrowser> SignedInAsync(TestService service, string email)
    {
        var browser = new StaffBrowser(service);
        await browser.AskAsync(email);
        await service.SettleAsync();
        var entered = await browser.PostAsync(LinkTo(service, email), []);
        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        return browser;
    }

    /// <summary>The one who started the service on a machine of their own.</summary>
    public static async Task<StaffBrowser> OfOwnerAsync(TestService service)
    {
        var browser = new StaffBrowser(service);
        await browser.PostAsync($"console/enter/{service.Host.Services.GetRequiredService<OwnerPass>().Issue()}", []);
        return browser;
    }

    public Task<ShownPage> AskAsync(string email) => PostAsync("console/sign-in", [("email", email)]);

    /// <summary>The path of the link in the newest email to an address.</summary>
    public static string LinkTo(TestService service, string email) =>
        MailsTo(service, email).Select(m => Link().Match(m.TextBody ?? "").Value).Last(l => l.Length > 0);

    public static IReadOnlyList<MimeMessage> MailsTo(TestService service, string email) =>
        [.. Directory.CreateDirectory(service.Emails).EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc)
            .Select(f => MimeMessage.Load(f.FullName))
            .Where(m => m.To.ToString() == email && m.TextBody?.Contains("/console/enter/") == true)];

    public async Task<ShownPage> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        return await ShownPage.OfAsync(response);
    }

    /// <summary>By hand: the test's host speaks no TLS, and the cookie is for TLS.</summary>
    private void Keep(ShownPage answer)
    {
        foreach (var cookie in answer.Cookies)
        {
            _client.DefaultRequestHeaders.Remove("Cookie");
            _client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        }
    }

    /// <summary>Posts a form with the token of the page, as its button does, and goes where that leads.</summary>
    public async Task<ShownPage> PressAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        var token = page.Document.QuerySelector("input[name=form_token]")?.GetAttribute("value") ?? "";
        var answer = await PostAsync(path, [.. fields, ("form_token", token)]);
        return answer.Location is { } next && answer.Status == HttpStatusCode.SeeOther ? await GetAsync(next) : answer;
    }

    public async Task<ShownPage> PostAsync(string path, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await _client.PostAsync(path, form);
        var answer = await ShownPage.OfAsync(response);
        Keep(answer);
        return answer;
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex(@"console/enter/[A-Za-z0-9._-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}

internal sealed record ShownPage(HttpStatusCode Status, string Html, string? Location, IReadOnlyList<string> Cookies)
{
    public IHtmlDocument Document => new HtmlParser().ParseDocument(Html);

    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    public string Text => Spaces(Document.QuerySelector("main")?.TextContent ?? "");

    public static async Task<ShownPage> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Location?.ToString(),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
