using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Staff;

/// <summary>
/// Somebody typed an address in order to sign in. It is kept for everybody alike; whether the address is one of the staff is asked later,
/// off the request.
/// </summary>
public sealed record SignInRequest : IDocument
{
    /// <summary>How long the request, and the link that comes of it, is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>As ids of orchestrations may be spelt.</summary>
    public required string Id { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Email { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of the secret of the link that was sent; null: none was.</summary>
    public string? Link { get; init; }

    /// <summary>UTC; the link was used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public string CohortId => StaffSession.Partition;

    public string Kind => "sign-in";

    public DateTimeOffset? ExpiresAt => At + Life;
}
