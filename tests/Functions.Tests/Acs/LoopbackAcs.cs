using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Acs;

/// <summary>Communication Services' email endpoint on loopback: checks the signature as the service does, and answers as told.</summary>
internal sealed class LoopbackAcs : IAsyncDisposable
{
    public const string Key = "bm90LWEtcmVhbC1rZXktanVzdC1mb3ItdGVzdHM=";

    private readonly WebApplication _app;

    private LoopbackAcs(WebApplication app) => _app = app;

    /// <summary>How to answer; by default 202.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    public int Calls { get; private set; }

    /// <summary>Messages taken, by operation id: a repeat takes no second one.</summary>
    public ConcurrentDictionary<string, JsonElement> Taken { get; } = new(StringComparer.Ordinal);

    public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<LoopbackAcs> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var acs = new LoopbackAcs(app);
        app.MapPost("/emails:send", acs.HandleAsync);
        await app.StartAsync();
        return acs;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Calls++;
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory);
        if (Answer is not null)
        {
            await Answer(context);
            return;
        }

        if (!IsSigned(context.Request, memory.ToArray()))
        {
            context.Response.StatusCode = 401;
            return;
        }

        Taken.TryAdd(context.Request.Headers["Operation-Id"].ToString(), JsonDocument.Parse(memory.ToArray()).RootElement);
        context.Response.StatusCode = 202;
        await context.Response.WriteAsync("""{"id":"1","status":"Running"}""");
    }

    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var signed = $"POST\n{request.Path}{request.QueryString}\n{request.Headers["x-ms-date"]};{request.Host};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));
        return request.Headers["x-ms-content-sha256"] == hash
            && request.Headers.Authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}";
    }
}
