using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Adapters.Sqlite;

/// <summary>
/// Documents as they were parsed from their rows, by the version of the row. A version that differs from the row's is never given out, so
/// nothing has to be told of changes; what is deleted is forgotten with its row. Used by one call at a time.
/// </summary>
internal sealed class ParsedDocuments
{
    /// <summary>Some tens of megabytes; a cohort of a thousand people with all its emails is a third of it.</summary>
    private const int Most = 50_000;

    private readonly Dictionary<(string CohortId, string Id), (long ETag, object Document)> _kept = [];

    public T? Find<T>(string cohortId, string id, long etag)
        where T : class, IDocument =>
        _kept.TryGetValue((cohortId, id), out var kept) && kept.ETag == etag ? kept.Document as T : null;

    /// <returns>The document.</returns>
    public T Keep<T>(string cohortId, string id, long etag, T document)
        where T : class, IDocument
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[(cohortId, id)] = (etag, document);
        return document;
    }

    public void Forget(string cohortId, string id) => _kept.Remove((cohortId, id));

    public void ForgetAll() => _kept.Clear();
}
