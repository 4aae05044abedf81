using Microsoft.Data.Sqlite;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Adapters.Sqlite;

/// <summary>The file can't be read or written: a full disk, a lock, a folder that is gone.</summary>
internal sealed class SqliteOutages : IKnowOutages
{
    public bool IsOutage(Exception failure) => failure is SqliteException;
}
