using ReverseMentoring.Domain.Ports;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>The matches put before the coordinator. Holds ids only.</summary>
public sealed record Proposal : IDocument
{
    public const string DocumentId = "proposal";

    public required string CohortId { get; init; }

    /// <summary>Raised by one with every new proposal; a release names the version it was looking at.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required IReadOnlyList<ProposedPair> Pairs { get; init; }

    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>When the coordinator released it; null: not yet.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public string Id => DocumentId;

    public string Kind => "proposal";
}

/// <param name="Conflicts">How many things to avoid could not be avoided.</param>
public sealed record ProposedPair(string MentorId, string MenteeId, int Conflicts);

/// <param name="Side">"reverse mentor" or "reverse mentee".</param>
public sealed record LeftOut(string PersonId, string Side, string Reason);
