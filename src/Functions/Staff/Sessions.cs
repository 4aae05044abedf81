using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Staff;

/// <summary>Sessions of the staff: begun, found by their cookie, and ended, one or all of a person's.</summary>
public sealed class Sessions(ICohortStore store, IMakeIds ids, StaffOptions staff, WebOptions web, TimeProvider clock)
{
    private const string Cookie = "staff";

    /// <summary>The session of the browser that asks; null where it has none, or none any more.</summary>
    public async Task<StaffSession?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        request.Cookies[Cookie] is { Length: > 0 and <= 200 } secret
            ? (await store.FindAsync<StaffSession>(StaffSession.Partition, StaffSession.IdOf(secret), cancellation))?.Value
            : null;

    public StaffMember WhoIs(StaffSession session) => StaffMember.Of(session, staff.Administrators);

    /// <param name="email">Empty for the owner of the machine.</param>
    public async Task BeginAsync(HttpResponse response, string email, bool isOwner, CancellationToken cancellation)
    {
        var secret = ids.NewLinkSecret();
        var session = new StaffSession
        {
            Id = StaffSession.IdOf(secret),
            Email = email,
            IsOwner = isOwner,
            FormToken = ids.NewLinkSecret(),
            SignedInAt = clock.GetUtcNow(),
        };
        await store.TryCreateAsync(session, cancellation);
        response.Cookies.Append(Cookie, secret, CookieOf(StaffSession.Life));
    }

    public async Task EndAsync(HttpResponse response, StaffSession session, CancellationToken cancellation)
    {
        await store.DeleteAsync(session.CohortId, session.Id, cancellation);
        response.Cookies.Delete(Cookie, CookieOf(null));
    }

    /// <summary>On every device.</summary>
    public async Task EndAllAsync(HttpResponse response, StaffSession session, CancellationToken cancellation)
    {
        foreach (var one in await store.ListAsync<StaffSession>(session.CohortId, session.Kind, cancellation))
        {
            await store.DeleteAsync(session.CohortId, one.Value.Id, cancellation);
        }

        response.Cookies.Delete(Cookie, CookieOf(null));
    }

    /// <summary>Over plain HTTP, which is for one machine alone, a browser would drop a cookie that is for TLS only.</summary>
    private CookieOptions CookieOf(TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = web.BaseAddress.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/console",
        MaxAge = life,
    };
}
