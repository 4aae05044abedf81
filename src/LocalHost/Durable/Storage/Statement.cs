using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>A prepared statement with numbered parameters (?1, ?2 …).</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants; what varies is a parameter.
        _command.CommandText = sql;
#pragma warning restore CA2100
        for (var number = 1; sql.Contains($"?{number}", StringComparison.Ordinal); number++)
        {
            _command.Parameters.Add(new SqliteParameter($"?{number}", DBNull.Value));
        }

        _command.Prepare();
    }

    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
