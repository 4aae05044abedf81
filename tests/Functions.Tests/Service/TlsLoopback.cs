using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>A server over TLS on loopback with a certificate of its own: Azure.Core sends no token in clear.</summary>
internal sealed class TlsLoopback : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _app;
    private readonly SocketsHttpHandler _handler;

    private TlsLoopback(X509Certificate2 certificate, WebApplication app)
    {
        _certificate = certificate;
        _app = app;
        var trust = new X509ChainPolicy
        {
            TrustMode =
            X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { certificate }
        };
        _handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        Transport = new HttpClientTransport(_handler);
    }

    /// <summary>Trusts this server's certificate and no other.</summary>
    public HttpClientTransport Transport { get; }

    public Uri Address =>
        new($"https://localhost:{new Uri(Addresses.First()).Port}/");

    private ICollection<string> Addresses => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public static async Task<TlsLoopback> StartAsync(RequestDelegate answer)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        {
            CertificateExtensions = { names.Build() },
        };
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new TlsLoopback(certificate, app);
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }
}

/// <summary>An identity that signs in with one and the same token.</summary>
internal sealed class FixedToken : TokenCredential
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
