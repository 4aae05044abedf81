using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.LocalHost.Tests;

// Over 200 lines because each rule of the Functions host's HTTP has its test.
public sealed class HttpTests
{
    [Theory]
    [InlineData("GET", "people/7", HttpStatusCode.OK, "person 7")]
    [InlineData("GET", "PEOPLE/7", HttpStatusCode.OK, "person 7")]
    [InlineData("GET", "people/seven", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "people/me", HttpStatusCode.OK, "me")]
    [InlineData("POST", "people/7", HttpStatusCode.NotFound, "")]
    [InlineData("HEAD", "people/7", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "nowhere", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "NoRoute", HttpStatusCode.OK, "DELETE")]
    public async Task A_request_reaches_the_function_whose_route_and_method_it_matches(
        string method, string path, HttpStatusCode status, string body)
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        using var client = ClientOf(test);

        using var response = await client.SendAsync(new HttpRequestMessage(new(method), path));

        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Parameters_are_bound_by_name_from_the_route_and_the_query()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        using var client = ClientOf(test);

        var body = await client.GetStringAsync("bound/3f2504e0-4f89-11d3-9a0c-0305e82c3301/2023-02-27?page=4");

        Assert.Equal("3f2504e0-4f89-11d3-9a0c-0305e82c3301 27 February 2023 page 4 size none", body);
    }

    [Fact]
    public async Task A_route_prefix_comes_before_every_route()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.RoutePrefix = "api/v1");
        using var client = ClientOf(test);

        Assert.Equal("person 7", await client.GetStringAsync("api/v1/people/7"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("people/7", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_action_result_is_answered_like_an_IResult()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        using var client = ClientOf(test);

        using var response = await client.GetAsync(new Uri("action", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("""{"name":"Ada"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("function-level", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("function-level", "wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("function-level", "fk", null, HttpStatusCode.OK)]
    [InlineData("function-level", null, "fk", HttpStatusCode.OK)]
    [InlineData("function-level", "ak", null, HttpStatusCode.OK)]
    [InlineData("admin-level", "fk", null, HttpStatusCode.Forbidden)]
    [InlineData("admin-level", null, "ak", HttpStatusCode.OK)]
    [InlineData("people/7", "wrong", null, HttpStatusCode.OK)]
    public async Task A_route_opens_to_the_key_of_its_level_and_the_admin_key_opens_all(
        string path, string? header, string? code, HttpStatusCode expected)
    {
        await using var test = await TestHost.StartAsync(
            typeof(Functions), adjust: options => (options.FunctionKey, options.AdminKey) = ("fk", "ak"));
        using var client = ClientOf(test);
        if (header is not null)
        {
            client.DefaultRequestHeaders.Add("x-functions-key", header);
        }

        using var response = await client.GetAsync(new Uri(code is null ? path : $"{path}?code={code}", UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Keys_are_made_once_and_only_their_owner_can_read_them()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var path = Path.Combine(test.Folder, "keys", "function.key");
        using var first = ClientOf(test);
        await first.GetAsync(new Uri("function-level", UriKind.Relative));
        var key = (await File.ReadAllTextAsync(path)).Trim();

        await test.StopAsync();
        await test.StartAgainAsync();
        using var client = ClientOf(test);
        client.DefaultRequestHeaders.Add("x-functions-key", key);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("function-level", UriKind.Relative))).StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task An_error_in_a_function_is_a_500_that_tells_the_caller_nothing_and_no_log_line_holds_path_or_query()
    {
        var log = new LogLines();
        await using var test = await TestHost.StartAsync(
            typeof(Functions), services => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        using var client = ClientOf(test);

        using var response = await client.GetAsync(new Uri("fails/t0ken-in-path?mail=ada-in-query", UriKind.Relative));
        using var missing = await client.GetAsync(new Uri("nowhere/t0ken-in-path", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Contains(log.Lines, line => line.Contains("HTTP function Fails failed", StringComparison.Ordinal));
        Assert.DoesNotContain(
            log.Lines, line => line.Contains("t0ken", StringComparison.Ordinal) || line.Contains("ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.MaxRequestBodySize = 1000);
        using var client = ClientOf(test);

        using var response = await client.PostAsync(new Uri("reads", UriKind.Relative), new StringContent(new string('x', 1001)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task No_answer_names_the_server()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        using var client = ClientOf(test);

        using var response = await client.GetAsync(new Uri("people/7", UriKind.Relative));

        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_function_starts_an_orchestration_with_the_client_it_is_given_and_services_of_its_own_scope()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), services => services.AddScoped<Scoped>());
        using var client = ClientOf(test);

        var id = await client.GetStringAsync("starts");
        await test.RunOutAsync();

        Assert.Equal("done", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    private static HttpClient ClientOf(TestHost test) => new() { BaseAddress = test.Host.BaseAddress };

    private sealed class Scoped
    {
        public string Prefix => "scoped-";
    }

    private sealed class Functions(IServiceProvider services)
    {
        [Function(nameof(Person))]
        public static IResult Person(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{id:int}")] HttpRequest request, int id)
            => Results.Text($"person {id}");

        [Function(nameof(Me))]
        public static IResult Me([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/me")] HttpRequest request)
            => Results.Text("me");

        [Function(nameof(NoRoute))]
        public static IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

        [Function(nameof(Bound))]
        public static IResult Bound(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bound/{id}/{day}")] HttpRequest request,
            Guid id,
            DateOnly day,
            int page,
            FunctionContext context,
            CancellationToken cancellation,
            int? size)
            => Results.Text(FormattableString.Invariant(
                $"{id} {day:d MMMM yyyy} page {page} size {(object?)size ?? "none"}{(context.GetHttpContext() is null ? "!" : "")}"));

        [Function(nameof(Action))]
        public static async Task<IActionResult> Action(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request)
        {
            await Task.Yield();
            return new ObjectResult(new { Name = "Ada" }) { StatusCode = 201 };
        }

        [Function(nameof(FunctionLevel))]
        public static IResult FunctionLevel(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "function-level")] HttpRequest request)
            => Results.Ok();

        [Function(nameof(AdminLevel))]
        public static IResult AdminLevel([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin-level")] HttpRequest request)
            => Results.Ok();

        [Function(nameof(Fails))]
        public static IResult Fails(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails/{token}")] HttpRequest request, string token)
            => throw new InvalidOperationException("the store is away");

        [Function(nameof(Reads))]
        public static async Task<IResult> Reads([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reads")] HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text(await reader.ReadToEndAsync());
        }

        [Function(nameof(Starts))]
        public async Task<IResult> Starts(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "starts")] HttpRequest request,
            [DurableClient] DurableTaskClient client)
        {
            var id = services.GetRequiredService<Scoped>().Prefix + Guid.NewGuid();
            return Results.Text(await client.ScheduleNewOrchestrationInstanceAsync(nameof(Ends), new StartOrchestrationOptions(id)));
        }

        [Function(nameof(Ends))]
        public static string Ends([OrchestrationTrigger] TaskOrchestrationContext context) => "done";
    }
}
