using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>The SQLite file that holds all durable state.</summary>
internal sealed class Database(string folder, bool durableCommits)
{
    // SQLite's own numbers for a file that is none of its own, and for one whose inside is broken.
    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    private FileStream? _claim;

    public string FilePath { get; } = Path.Combine(Path.GetFullPath(folder), "durable.db");

    /// <summary>The connection that writes; it makes the file and its tables when there are none.</summary>
    /// <exception cref="UnusableFolderException">
    /// Another host, in this process or another, has the folder; it can't be written; or the file is damaged.
    /// </exception>
    public SqliteConnection OpenWriter()
    {
        _claim = Claim();
        try
        {
            var connection = Open();
            Schema.Execute(connection, "PRAGMA journal_mode = WAL");
            Schema.Execute(connection, durableCommits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
            Schema.Prepare(connection);
            return connection;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is NotADatabase or Corrupt)
        {
            Close();
            throw new UnusableFolderException(
                $"""
                {FilePath} is damaged, so the service was not started. Nothing was changed.
                It holds only how far the orchestrations have come; people, emails and answers are in cohorts.db beside it.
                Move durable.db, durable.db-wal and durable.db-shm to another folder and start again: each cohort is taken up where
                it stands, at the latest in the next night, or at once by POST api/cohorts/ID/start.
                """,
                damaged);
        }
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
    private FileStream Claim()
    {
        var path = Path.Combine(folder, "host.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (IsWritable(folder))
        {
            throw new UnusableFolderException(
                $"Another host is running on {Path.GetFullPath(folder)}. Stop it first, or give this one a data folder of its own.", taken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw UnusableFolderException.NotWritable(folder, failure);
        }
    }

    /// <summary>Where other files can be made, it is another host that stands in the way.</summary>
    private static bool IsWritable(string folder)
    {
        try
        {
            File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The answer, told to the caller.
            return false;
        }
    }
}
