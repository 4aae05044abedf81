using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Functions.Adapters.Blobs;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Blobs;

/// <summary>Signing in as the app's own identity.</summary>
public sealed class BearerTests
{
    [Fact]
    public async Task A_token_for_storage_is_asked_for_and_sent_with_the_package_s_own_version()
    {
        var asked = new ConcurrentQueue<(string Authorization, string Version)>();
        await using var server = await TlsLoopback.StartAsync(context =>
        {
            asked.Enqueue((context.Request.Headers.Authorization.ToString(), context.Request.Headers["x-ms-version"].ToString()));
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers["x-ms-error-code"] = "BlobNotFound";
            return Task.CompletedTask;
        });
        var credential = new FixedToken();
        var options = BlobArchive.Options();
        options.Transport = server.Transport;
        var container = new BlobContainerClient(new Uri(server.Address, "files"), credential, options);
        Assert.False((await container.GetBlobClient("x").ExistsAsync()).Value);
        var (authorization, version) = Assert.Single(asked);
        Assert.Equal("Bearer the-token", authorization);
        Assert.True(string.CompareOrdinal(version, "2025-11-05") > 0, version);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_404_that_does_not_say_what_is_missing_is_an_error()
    {
        await using var server = await TlsLoopback.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        var options = BlobArchive.Options();
        options.Transport = server.Transport;
        var blob = new BlobContainerClient(new Uri(server.Address, "files"), new FixedToken(), options).GetBlobClient("x");
        Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.ExistsAsync())).Status);
    }

    [Fact]
    public void No_token_is_sent_in_clear()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => new BlobContainerClient(new Uri("http://127.0.0.1:9/files"), new FixedToken()));
        Assert.Contains("https", refused.Message, StringComparison.OrdinalIgnoreCase);
    }
}
