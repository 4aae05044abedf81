using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Makes the links in emails and finds what a link opens. A token is the cohort's id, a dot and a secret; only the secret's hash is stored.
/// </summary>
public sealed class LinkMinter(ICohortStore store, IMakeIds ids, WebOptions web)
{
    public async Task<Link> MintAsync(LinkGrant grant, CancellationToken cancellation)
    {
        var secret = ids.NewLinkSecret();
        if (!await store.TryCreateAsync(grant with { Id = IdOf(secret) }, cancellation))
        {
            throw new InvalidOperationException("Two links came out the same; the source of chance is broken.");
        }

        return new Link(new Uri(web.BaseAddress, $"r/{grant.CohortId}.{secret}"));
    }

    /// <summary>A page of the console, for whoever signs in; it opens nothing by itself.</summary>
    public Link ToConsole(string path) => new(new Uri(web.BaseAddress, $"console/{path}"));

    /// <returns>Null for a token that is unknown, expired or revoked: they look the same.</returns>
    public async Task<LinkGrant?> FindAsync(string token, CancellationToken cancellation) =>
        Split(token) is var (cohortId, secret) && await store.FindAsync<LinkGrant>(cohortId, IdOf(secret), cancellation) is { } found
            ? found.Value
            : null;

    /// <summary>The cohort a token claims to belong to, whether or not the token is good.</summary>
    public static string? CohortOf(string token) => Split(token)?.CohortId;

    private static (string CohortId, string Secret)? Split(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return token.Length <= 200 && dot > 0 && dot < token.Length - 1 ? (token[..dot], token[(dot + 1)..]) : null;
    }

    private static string IdOf(string secret) => $"link-{Digest.Of(secret)}";
}
