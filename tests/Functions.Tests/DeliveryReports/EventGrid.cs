using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Acs;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.DeliveryReports;

/// <summary>A tenant with a key pair of its own, and Event Grid posting with its tokens.</summary>
internal sealed class EventGrid : IDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Audience = "api://reverse-mentoring";
    public const string Path = "api/mail-reports";

    public static readonly DeliveryReportOptions Options = new(Tenant, Audience);

    private readonly RSA _rsa = RSA.Create(2048);

    private RsaSecurityKey Key => new(_rsa) { KeyId = "key-1" };

    /// <summary>What the tenant publishes; the service looks at it again only when it asks for a refresh.</summary>
    public Published Configuration { get; }

    public EventGrid() => Configuration = new Published(Key);

    /// <summary>A service that takes reports from this tenant's Event Grid.</summary>
    public Task<TestService> ServiceAsync() => TestService.StartAsync(services =>
    {
        var real = (ISendMail)services.Last(s => s.ServiceType == typeof(ISendMail)).ImplementationInstance!;
        services.AddSingleton<ISendMail>(new Reporting(real));
        services.AddSingleton(Options);
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(_ => Configuration);
    });

    /// <summary>Right in everything but what a test changes.</summary>
    public string Token(
        DateTimeOffset now, string issuer = $"https://sts.windows.net/{Tenant}/", string audience =
            Audience, string claim = "appid", string sender = DeliveryReportOptions.EventGrid, SecurityKey? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { [claim] = sender },
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });

    public static string Validation(string code) => Event(
        "Microsoft.EventGrid.SubscriptionValidationEvent",
        new { validationCode = code, validationUrl = "https://rp.example.org/validate" });

    public static string Report(string messageId, string status, string at = "2023-01-30T09:40:00Z") =>
        Event("Microsoft.Communication.EmailDeliveryReportReceived", new
        {
            sender = "DoNotReply@mail.example.org",
            recipient = "somebody@example.org",
            messageId,
            status,
            deliveryStatusDetails = new { statusMessage = "550 5.1.1 <somebody@example.org> unknown" },
            deliveryAttemptTimeStamp = at,
        });

    public async Task<Reply> PostAsync(TestService service, string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", token ?? Token(service.Clock.GetUtcNow()));
        using var response = await service.Browser.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public void Dispose() => _rsa.Dispose();

    internal sealed class Published(SecurityKey first) : IConfigurationManager<OpenIdConnectConfiguration>
    {
        private SecurityKey _known = first;

        /// <summary>The key of today; known to the service after a refresh.</summary>
        public SecurityKey Today { get; set; } = first;

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
            Task.FromResult(new OpenIdConnectConfiguration { SigningKeys = { _known } });

        public void RequestRefresh() => _known = Today;
    }

    private static string Event(string type, object data) => JsonSerializer.Serialize(new[]
    {
        new
        {
            id = "e-1",
            topic = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c",
            subject = "sender/DoNotReply@mail.example.org",
            eventType = type,
            eventTime = "2023-01-30T09:40:01Z",
            dataVersion = "1.0",
            metadataVersion = "1",
            data,
        },
    });

    /// <summary>The pick-up folder, with message ids as Communication Services gives them.</summary>
    private sealed class Reporting(ISendMail inner) : ISendMail
    {
        public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation) => inner.SendAsync(email, cancellation);

        public string? ReportedAs(string operationId) => AcsEmailSender.OperationIdOf(operationId).ToString();
    }
}
