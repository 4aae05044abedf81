using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Functions.Service;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class KeyTests
{
    /// <summary>Method, path with an id filled in, and the key it asks for.</summary>
    private static readonly (HttpMethod Method, string Path, AuthorizationLevel Level)[] Routes =
        [.. from method in typeof(Composition).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            let trigger = method.GetParameters()
                .Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(a => a is not null)
            where trigger is { Route: not NothingHereFunction.Route }
            from verb in trigger.Methods!
            select (new HttpMethod(verb.ToUpperInvariant()), trigger.Route!.Replace(HomeFunctions.RootRoute, "")
                .Replace("{lever}", "suspend").Replace("{id}", "nobody")
                .Replace("{personId}", "nobody").Replace("{pairId}", "none")
                .Replace("{instanceId}", "nobody").Replace("{cohort}", "nobody").Replace("{applicationId}", "none").Replace("{token}",
                    "x").Replace("{name}", "x.pdf")
                .Replace("{*path}", "sign-in"), trigger.AuthLevel)];

    [Fact]
    public async Task Without_the_right_key_nothing_but_links_and_the_services_own_pages_answers()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(56, Routes.Length);
        foreach (var (method, path, level) in Routes)
        {
            var (anonymous, function, admin) =
                (await StatusAsync(service.Browser), await StatusAsync(service.Api), await StatusAsync(service.Admin));
            Assert.True(
                anonymous == HttpStatusCode.Unauthorized == level > AuthorizationLevel.Anonymous,
                $"{method} {path} without a key: {anonymous}");
            Assert.True(
                function == HttpStatusCode.Forbidden == level > AuthorizationLevel.Function,
                $"{method} {path} with the function key: {function}");
            Assert.True(admin is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
                $"{method} {path} with the admin key: {admin}");

            async Task<HttpStatusCode> StatusAsync(HttpClient client) => (await client.SendToAsync(method, path, null)).Status;
        }
    }

    [Fact]
    public void Only_links_the_console_the_services_own_pages_health_the_description_and_delivery_reports_need_no_key() => Assert.Equal(
        ["", "api/health", "api/mail-reports",
            "api/openapi.json", "apply/nobody", "assets/count.js", "assets/look.css", "console/sign-in", "favicon.ico", "r/x",
                "r/x/files/x.pdf",
            "robots.txt"],
        Routes.Where(r => r.Level == AuthorizationLevel.Anonymous).Select(r => r.Path).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_wrong_key_is_no_key_and_the_right_one_may_stand_in_the_query()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Browser.AskAsync("api/cohorts?code=wrong")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.AskAsync($"api/cohorts?code={TestService.FunctionKey}")).Status);
    }
}
