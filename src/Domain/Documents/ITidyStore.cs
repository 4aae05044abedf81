namespace ReverseMentoring.Domain.Documents;

/// <summary>A store that does not remove expired documents by itself.</summary>
public interface ITidyStore
{
    /// <returns>How many documents had expired.</returns>
    Task<int> TidyAsync(CancellationToken cancellation);
}
