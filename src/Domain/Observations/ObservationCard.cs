using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Observations;

/// <summary>
/// What a reverse mentor who sat in on a meeting of their partner's gives them back (N2). For the two alone, without anybody else's name,
/// and erased with the reverse mentor.
/// </summary>
public sealed record ObservationCard : IDocument, IWritten
{
    public const string DocumentKind = "observation";

    public required string CohortId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The reverse mentor (an id).</summary>
    public required string PersonId { get; init; }

    /// <summary>What helped people to be part of it.</summary>
    public required string Helped { get; init; }

    /// <summary>What may have left somebody out; may be empty.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>One thing to try; may be empty.</summary>
    public string Try { get; init; } = "";

    public required DateTimeOffset At { get; init; }

    public string Id => $"observation-{PairId}-{Digest.Of($"{Helped}\n{LeftOut}\n{Try}")[..12]}";

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;
}
