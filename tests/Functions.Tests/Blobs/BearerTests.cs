using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Blobs;

/// <summary>Signing in as the app's own identity, over TLS on loopback: Azure.Core sends no token in clear.</summary>
public sealed class BearerTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Authorization, string Version)> _asked = new();
    private X509Certificate2 _certificate = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) { CertificateExtensions = { names.Build() } };
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(context =>
        {
            _asked.Enqueue((context.Request.Headers.Authorization.ToString(), context.Request.Headers["x-ms-version"].ToString()));
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_token_for_storage_is_asked_for_and_sent_with_the_pinned_version()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { _certificate } };
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var transport = new HttpClientTransport(handler);
        var credential = new FixedToken();
        var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var container = new BlobContainerClient(new Uri($"https://localhost:{address.Port}/files"), credential, new BlobClientOptions { Transport = transport });
        Assert.False((await container.GetBlobClient("x").ExistsAsync()).Value);
        Assert.Equal(("Bearer the-token", "2025-11-05"), Assert.Single(_asked));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task No_token_is_sent_in_clear()
    {
        var container = new BlobContainerClient(new Uri("http://127.0.0.1:9/files"), new FixedToken());
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => container.GetBlobClient("x").ExistsAsync());
        Assert.Contains("https", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class FixedToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("the-token", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
