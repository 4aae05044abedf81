using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost.Here;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

/// <summary>What holds for every page of the local host, whatever is on it.</summary>
public sealed class PlainPagesTests
{
    [Fact]
    public async Task Each_is_whole_without_a_script_asks_nobody_else_for_anything_and_has_one_heading()
    {
        await using var service = await Newcomer.StartAsync();
        var pages = new List<IHtmlDocument> { await service.LookAsync(""), await service.LookAsync("emails") };
        await service.TryAsync();
        var email = Path.GetFileNameWithoutExtension(service.Files()[0]);
        foreach (var path in new[] { "", "?begun=try-now", "emails", $"emails/{email}" })
        {
            pages.Add(await service.LookAsync(path));
        }

        Assert.All(pages, page =>
        {
            Assert.Empty(page.QuerySelectorAll("script, style, [style], img, base, [src^='http'], main [href^='http']"));
            Assert.Equal("/assets/look.css", Assert.Single(page.QuerySelectorAll("link")).GetAttribute("href"));
            Assert.Equal($"{Assert.Single(page.QuerySelectorAll("h1")).TextContent} – Reverse Mentoring", page.Title);
            Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_says_what_stopped_it()
    {
        await using var service = await TestService.StartAsync(
            services => services.AddLocalPages().AddSingleton(new TryNowDefinition("no-such-folder")));
        var page = await service.Browser.AskAsync("");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("no-such-folder", page.Text, StringComparison.Ordinal);
        Assert.Contains("What stopped it", page.Text, StringComparison.Ordinal);
    }
}
