using Microsoft.Data.Sqlite;
using ReverseMentoring.LocalHost.Durable.Storage;
using SQLitePCL;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-host-schema-").FullName;

    [Fact]
    public void A_first_start_that_was_stopped_at_any_point_does_not_stand_in_the_way_of_the_next()
    {
        var stops = 0;
        while (IsStoppedAt(stops + 1))
        {
            stops++;
            using var again = Open($"{stops}");
            Schema.Prepare(again);
        }

        Assert.True(stops > 20, $"Only {stops} stops: SQLite no longer asks at every step of making the tables.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // SQLite asks before each part of a statement; the answer no ends it there, as a kill would.
    private bool IsStoppedAt(int stop)
    {
        using var connection = Open($"{stop}");
        var asked = 0;
        strdelegate_authorizer answer = (_, _, _, _, _, _) => ++asked >= stop ? raw.SQLITE_DENY : raw.SQLITE_OK;
        raw.sqlite3_set_authorizer(connection.Handle, answer, null);
        try
        {
            Schema.Prepare(connection);
            return false;
        }
        catch (SqliteException)
        {
            // This was the stop: what counts is the next start.
            return true;
        }
    }

    private SqliteConnection Open(string name)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, name)}.db;Pooling=False");
        connection.Open();
        return connection;
    }
}
