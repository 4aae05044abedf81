using Microsoft.Data.Sqlite;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>Every document in a store's file, raw: so that a test sees whatever changed, marks included.</summary>
internal static class Documents
{
    public static SortedDictionary<string, string> In(string dataFolder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "cohorts.db"), Pooling = false };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT cohort_id || '/' || id, kind || ' ' || etag || ' ' || coalesce(expires_at, '') || ' ' || body FROM documents";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add(rows.GetString(0), rows.GetString(1));
        }

        return found;
    }
}
