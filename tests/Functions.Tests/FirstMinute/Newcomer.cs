using System.Net;
using AngleSharp.Html.Dom;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost.Here;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

/// <summary>Somebody who has just started the local host and sits before it with a browser.</summary>
internal static class Newcomer
{
    public const string FirstId = "try-now";

    public static Task<TestService> StartAsync() => TestService.StartAsync(services => services.AddLocalPages());

    public static async Task<IHtmlDocument> LookAsync(this TestService service, string path)
    {
        var page = await service.Browser.AskAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {(int)page.Status} {page.Text}");
        return Parse(page.Text);
    }

    /// <summary>Presses the one button of the home page, and lets a minute pass.</summary>
    public static async Task<Reply> TryAsync(this TestService service)
    {
        var form = Assert.Single((await service.LookAsync("")).Forms);
        Assert.Equal(("post", "/try-now"), (form.Method, form.GetAttribute("action")));
        var pressed = await service.Browser.SubmitAsync("try-now", Fields(form));
        await service.Host.RunUntilAsync(service.Clock.GetUtcNow().AddMinutes(1));
        return pressed;
    }

    public static Dictionary<string, string> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!, StringComparer.Ordinal);

    public static string[] Files(this TestService service) =>
        Directory.Exists(service.Emails) ? [.. Directory.GetFiles(service.Emails).Order(StringComparer.Ordinal)] : [];
}
