using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Programme;

/// <summary>One write to the store, as data. Done twice it is done once.</summary>
public abstract record DocumentWrite
{
    private DocumentWrite()
    {
    }

    /// <summary>Tells what became new, once the write has brought it.</summary>
    public Action<ICohortObserver, DateTimeOffset>? Note { get; init; }

    /// <summary>It may find that the whole answer comes too late, so nothing is written before it.</summary>
    public virtual bool GoesFirst => false;

    public abstract TResult Accept<TResult>(IDocumentWriteVisitor<TResult> visitor);

    /// <summary>A new document; one that is there already stays as it is.</summary>
    public sealed record Create<T>(T Document) : DocumentWrite
        where T : class, IDocument
    {
        public override TResult Accept<TResult>(IDocumentWriteVisitor<TResult> visitor) => visitor.Create(this);
    }

    /// <summary>A document that takes the place of whatever has its id.</summary>
    public sealed record Put<T>(T Document) : DocumentWrite
        where T : class, IDocument
    {
        public override TResult Accept<TResult>(IDocumentWriteVisitor<TResult> visitor) => visitor.Put(this);
    }

    /// <param name="Apply">Returns the document changed, or the same where there is nothing (more) to change.</param>
    public sealed record Change<T>(string Id, Func<T, T> Apply) : DocumentWrite
        where T : class, IDocument
    {
        /// <summary>
        /// Asked of the document as it is stored at that moment: what is wrong with the answer by now, since somebody else was a moment
        /// earlier. Null: nothing. Of an answer's writes it is the first, so that none of it is written then.
        /// </summary>
        public Func<T, Problem?>? WhyNot { get; init; }

        public override bool GoesFirst => WhyNot is not null;

        public override TResult Accept<TResult>(IDocumentWriteVisitor<TResult> visitor) => visitor.Change(this);
    }
}

/// <summary>Does each kind of write in the document's own type.</summary>
public interface IDocumentWriteVisitor<out TResult>
{
    TResult Create<T>(DocumentWrite.Create<T> write)
        where T : class, IDocument;

    TResult Put<T>(DocumentWrite.Put<T> write)
        where T : class, IDocument;

    TResult Change<T>(DocumentWrite.Change<T> write)
        where T : class, IDocument;
}
