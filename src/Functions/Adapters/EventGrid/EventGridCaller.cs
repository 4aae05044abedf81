using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Adapters.EventGrid;

/// <summary>
/// Whether a request's bearer token was issued by our tenant, to Event Grid, for this webhook. No secret is shared with anybody.
/// </summary>
public sealed class EventGridCaller(
    DeliveryReportOptions options, IConfigurationManager<OpenIdConnectConfiguration> tenant, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <param name="authorization">The Authorization header.</param>
    /// <returns>Unknown where it is signed with a key that the tenant does not publish, or not yet: then it is worth asking
    /// again.</returns>
    /// <exception cref="InvalidOperationException">The tenant's signing keys can't be fetched.</exception>
    public async Task<CallerProof> ProveAsync(string? authorization, CancellationToken cancellation)
    {
        const string Bearer = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return CallerProof.Refused;
        }

        var token = authorization[Bearer.Length..].Trim();
        var proof = await ValidateAsync(token, cancellation);
        if (proof.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The tenant changes its keys now and then, and what is known of them is a day old at most.
            tenant.RequestRefresh();
            proof = await ValidateAsync(token, cancellation);
        }

        // The application the token was issued to: "appid" in version 1 tokens, "azp" in version 2.
        return proof.Exception is SecurityTokenSignatureKeyNotFoundException ? CallerProof.Unknown
            : proof.IsValid && (Claim(proof, "azp") ?? Claim(proof, "appid")) == options.Sender ? CallerProof.Proven
            : CallerProof.Refused;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellation)
    {
        var configuration = await tenant.GetConfigurationAsync(cancellation);
        return await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAudiences = [options.Audience, options.Audience.TrimEnd('/'), options.Audience.TrimEnd('/') + "/"],
            ValidIssuers = [$"https://sts.windows.net/{options.TenantId}/", $"https://login.microsoftonline.com/{options.TenantId}/v2.0"],
            IssuerSigningKeys = configuration.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsNow,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        });
    }

    private static string? Claim(TokenValidationResult proof, string name) =>
        proof.Claims.TryGetValue(name, out var value) ? value as string : null;

    private bool IsNow(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var skew = TimeSpan.FromMinutes(5);
        return until is { } end && now < end + skew && (from is not { } start || now > start - skew);
    }
}

/// <summary>Whether a request is Event Grid's.</summary>
public enum CallerProof
{
    Refused,
    Proven,
    Unknown,
}
