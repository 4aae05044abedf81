using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>
/// How often a caller may try what costs others something: asking for emails, and guessing whose a link is. Counted by this process alone,
/// which is enough to take the worth out of trying.
/// </summary>
public sealed class Callers(int mostAsked = Callers.MostAsked, int mostGuesses = Callers.MostGuesses) : IDisposable
{
    /// <summary>Fresh links that may be asked for from one network address in an hour; an office shares one.</summary>
    public const int MostAsked = 120;

    /// <summary>Wrong addresses that may be typed behind one link in an hour.</summary>
    public const int MostGuesses = 20;

    private readonly PartitionedRateLimiter<string> _asking = By(mostAsked);
    private readonly PartitionedRateLimiter<string> _guessing = By(mostGuesses);

    /// <summary>Whether a caller may ask for one more email.</summary>
    /// <param name="caller">As <see cref="Of"/> calls them.</param>
    public bool MayAsk(string caller) => _asking.AttemptAcquire(caller).IsAcquired;

    /// <summary>Whether an address may be tried behind a link: from some wrong ones on not even the right one.</summary>
    /// <param name="linkId">The link's, which is no secret.</param>
    public bool MayGuess(string linkId) => _guessing.AttemptAcquire(linkId, 0).IsAcquired;

    public void GuessedWrong(string linkId) => _guessing.AttemptAcquire(linkId).Dispose();

    /// <summary>The Functions host puts the caller's address last into the header; on one machine it is the connection's.</summary>
    public static string Of(HttpRequest request) =>
        request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 } forwarded && IsBehindAzure
            ? forwarded.Split(',')[^1].Trim()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public void Dispose()
    {
        _asking.Dispose();
        _guessing.Dispose();
    }

    private static bool IsBehindAzure => Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") is { Length: > 0 };

    private static PartitionedRateLimiter<string> By(int most) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));
}
