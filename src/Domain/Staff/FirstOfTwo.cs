using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Staff;

/// <summary>
/// The first of two people asked for something that a scheme lets nobody decide alone. It holds ids and a digest of what was asked, so that
/// the second has to say the same by themselves.
/// </summary>
public sealed record FirstOfTwo : IDocument
{
    public const string DocumentKind = "first-of-two";

    /// <summary>For so long the second can say the same.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public required string CohortId { get; init; }

    public required SharedDecision What { get; init; }

    /// <summary>The id of the person, or the version of the proposal, that it is about.</summary>
    public required string AboutId { get; init; }

    /// <summary>A digest of what else was asked, such as an address.</summary>
    public required string Asked { get; init; }

    /// <summary>The address of whoever asked; empty for the owner of the machine.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public string Id => IdOf(What, AboutId);

    public string Kind => DocumentKind;

    public DateTimeOffset? ExpiresAt => At + Life;

    public static string IdOf(SharedDecision what, string aboutId) => $"first-of-two-{what.ToString().ToLowerInvariant()}-{aboutId}";

    /// <summary>Whether somebody is who asked first. The owner of the machine has no address, and is one person too.</summary>
    public bool IsBy(string email) => EmailAddress.KeyOf(By) == EmailAddress.KeyOf(email);

    /// <summary>Whether somebody else asks for the very same.</summary>
    public bool IsMetBy(FirstOfTwo other) =>
        Id == other.Id && Asked == other.Asked && !IsBy(other.By) && other.At < At + Life;
}
