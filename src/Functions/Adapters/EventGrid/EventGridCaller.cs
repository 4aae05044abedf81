using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Functions.Adapters.EventGrid;

/// <summary>Whether a request's bearer token was issued by our tenant, to Event Grid, for this webhook. No secret is shared with anybody.</summary>
public sealed class EventGridCaller(DeliveryReportOptions options, IConfigurationManager<OpenIdConnectConfiguration> tenant, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <param name="authorization">The Authorization header.</param>
    /// <exception cref="InvalidOperationException">The tenant's signing keys can't be fetched.</exception>
    public async Task<bool> IsProvenAsync(string? authorization, CancellationToken cancellation)
    {
        const string Bearer = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var configuration = await tenant.GetConfigurationAsync(cancellation);
        var proof = await Tokens.ValidateTokenAsync(authorization[Bearer.Length..].Trim(), new TokenValidationParameters
        {
            ValidAudiences = [options.Audience, options.Audience.TrimEnd('/'), options.Audience.TrimEnd('/') + "/"],
            ValidIssuers = [$"https://sts.windows.net/{options.TenantId}/", $"https://login.microsoftonline.com/{options.TenantId}/v2.0"],
            IssuerSigningKeys = configuration.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsNow,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        });
        // The application the token was issued to: "appid" in version 1 tokens, "azp" in version 2.
        return proof.IsValid && (Claim(proof, "azp") ?? Claim(proof, "appid")) == options.Sender;
    }

    private static string? Claim(TokenValidationResult proof, string name) => proof.Claims.TryGetValue(name, out var value) ? value as string : null;

    private bool IsNow(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var skew = TimeSpan.FromMinutes(5);
        return until is { } end && now < end + skew && (from is not { } start || now > start - skew);
    }
}
