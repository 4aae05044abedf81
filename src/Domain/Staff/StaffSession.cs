using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Staff;

/// <summary>
/// Somebody of the staff is signed in with one browser. It says who they are, never what they may do: that is asked of the cohorts and
/// the settings at each call, so that a role that is taken away is gone at once.
/// </summary>
public sealed record StaffSession : IDocument
{
    /// <summary>What belongs to no cohort: sessions, requests to sign in, and what administrators did.</summary>
    public const string Partition = "_staff";

    /// <summary>A working day; who comes back the next morning signs in again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public required string Id { get; init; }

    /// <summary>The address that was proved; empty for the owner of the machine, who was there when it started.</summary>
    public required string Email { get; init; }

    /// <summary>The one who started the service on a machine of their own: they have its data folder and its keys.</summary>
    public bool IsOwner { get; init; }

    /// <summary>What every form of this session carries, so that no other site can post in its name.</summary>
    public required string FormToken { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    public string CohortId => Partition;

    /// <summary>One kind for each person, so that all of theirs can be ended together.</summary>
    public string Kind => KindOf(Email);

    public DateTimeOffset? ExpiresAt => SignedInAt + Life;

    /// <param name="secret">What the cookie holds; only its hash is kept.</param>
    public static string IdOf(string secret) => $"session-{Digest.Of(secret)}";

    public static string KindOf(string email) => $"session-{Digest.Of(EmailAddress.KeyOf(email))}";
}
