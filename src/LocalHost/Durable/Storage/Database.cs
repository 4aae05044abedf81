using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>The SQLite file that holds all durable state.</summary>
internal sealed class Database(string folder, bool durableCommits)
{
    private FileStream? _claim;

    public string FilePath { get; } = Path.Combine(Path.GetFullPath(folder), "durable.db");

    /// <summary>The connection that writes; it makes the file and its tables when there are none.</summary>
    /// <exception cref="InvalidOperationException">Another host, in this process or another, has the folder.</exception>
    public SqliteConnection OpenWriter()
    {
        Directory.CreateDirectory(folder);
        _claim = Claim(Path.Combine(folder, "host.lock"));
        var connection = Open();
        Schema.Execute(connection, "PRAGMA journal_mode = WAL");
        Schema.Execute(connection, durableCommits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
        Schema.Prepare(connection);
        return connection;
    }

    /// <summary>A connection for queries, taken from a pool.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Closes the pooled connections, so that the file can be deleted.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath }.ToString());
        SqliteConnection.ClearPool(connection);
        _claim?.Dispose();
    }

    // Two hosts on one folder would each run everything. The system lets go of the claim when the process dies, however it does.
    private FileStream Claim(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"Another host is running on {Path.GetFullPath(folder)}. Stop it first, or give this one a data folder of its own.",
                exception);
        }
    }
}
