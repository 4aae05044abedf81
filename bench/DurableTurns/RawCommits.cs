using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.Bench.DurableTurns;

/// <summary>What the disk can do: transactions of one inserted row, one after another.</summary>
internal static class RawCommits
{
    /// <summary>How long each side is measured, once it is warm.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    public static double PerSecond(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, "CREATE TABLE rows (id INTEGER PRIMARY KEY, value TEXT NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (value) VALUES ('a row about as long as a small turn is, which is not very')";
        insert.Prepare();
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < Span; count++)
        {
            insert.ExecuteNonQuery();
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
