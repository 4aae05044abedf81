using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Blobs;

/// <summary>Signing in as the app's own identity.</summary>
public sealed class BearerTests
{
    [Fact]
    public async Task A_token_for_storage_is_asked_for_and_sent_with_the_pinned_version()
    {
        var asked = new ConcurrentQueue<(string Authorization, string Version)>();
        await using var server = await TlsLoopback.StartAsync(context =>
        {
            asked.Enqueue((context.Request.Headers.Authorization.ToString(), context.Request.Headers["x-ms-version"].ToString()));
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        var credential = new FixedToken();
        var container = new BlobContainerClient(new Uri(server.Address, "files"), credential, new BlobClientOptions { Transport = server.Transport });
        Assert.False((await container.GetBlobClient("x").ExistsAsync()).Value);
        Assert.Equal(("Bearer the-token", "2025-11-05"), Assert.Single(asked));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task No_token_is_sent_in_clear()
    {
        var container = new BlobContainerClient(new Uri("http://127.0.0.1:9/files"), new FixedToken());
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => container.GetBlobClient("x").ExistsAsync());
        Assert.Contains("https", refused.Message, StringComparison.OrdinalIgnoreCase);
    }
}
