using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// A document, or all of one kind, that a declaration reads beside the cohort. Whoever runs the declaration reads it from the store.
/// </summary>
public abstract record Need
{
    private Need()
    {
    }

    public abstract TResult Accept<TResult>(INeedVisitor<TResult> visitor);

    /// <summary>One document by its id, where there is one.</summary>
    public sealed record One<T>(string Id) : Need
        where T : class, IDocument
    {
        public override TResult Accept<TResult>(INeedVisitor<TResult> visitor) => visitor.One<T>(Id);
    }

    /// <summary>What belongs to one person of one kind: the cost is that person's, not the cohort's.</summary>
    public sealed record Owned<T>(string OwnerId, string Kind) : Need
        where T : class, IDocument
    {
        public override TResult Accept<TResult>(INeedVisitor<TResult> visitor) => visitor.Owned<T>(OwnerId, Kind);
    }

    /// <summary>All documents of one kind.</summary>
    public sealed record All<T>(string Kind) : Need
        where T : class, IDocument
    {
        public override TResult Accept<TResult>(INeedVisitor<TResult> visitor) => visitor.All<T>(Kind);
    }
}

/// <summary>Answers each kind of need in its own type.</summary>
public interface INeedVisitor<out TResult>
{
    TResult One<T>(string id)
        where T : class, IDocument;

    TResult Owned<T>(string ownerId, string kind)
        where T : class, IDocument;

    TResult All<T>(string kind)
        where T : class, IDocument;
}

/// <summary>What was read for a declaration.</summary>
public sealed record ReadDocuments(IReadOnlyList<IDocument> Documents)
{
    public static readonly ReadDocuments None = new([]);

    /// <summary>The one document of this type; null where the store has none.</summary>
    public T? One<T>()
        where T : class, IDocument =>
        Documents.OfType<T>().FirstOrDefault();

    public IReadOnlyList<T> All<T>()
        where T : class, IDocument =>
        [.. Documents.OfType<T>()];
}
