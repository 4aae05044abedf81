using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.People;

/// <summary>Keeps an address to one person in a cohort, by its hash; erased with the person.</summary>
public sealed record AddressClaim : IDocument
{
    public required string CohortId { get; init; }

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public string Kind => "address";

    string? IDocument.OwnerId => PersonId;

    public static string IdOf(string email) =>
        $"address-{Digest.Of(email.Trim().ToUpperInvariant())}";
}
