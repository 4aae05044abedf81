using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>What one person wrote after a session, for whom they chose (invariant 3), or that they would rather not write.</summary>
public sealed record Reflection : IDocument, IWritten
{
    public const string DocumentKind = "reflection";

    public required string CohortId { get; init; }

    public required string AuthorId { get; init; }

    /// <summary>The session it follows, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Required is only to acknowledge or decline, never to write (T7, T11).</summary>
    public required bool Declined { get; init; }

    public required Readers Readers { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Id => DocumentIdOf(AuthorId, Number);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => AuthorId;

    public static string DocumentIdOf(string authorId, int number) => $"reflection-{authorId}-{number}";

    /// <summary>The one rule of who may read it.</summary>
    /// <param name="partnerIds">The author's partners whose pair was running when it was written.</param>
    public bool MayBeReadBy(string personId, IReadOnlyCollection<string> partnerIds) =>
        personId == AuthorId || (Readers == Readers.MyPartner && !Declined && partnerIds.Contains(personId));
}

public enum Readers
{
    OnlyMe,
    MyPartner,
}
