using Microsoft.Data.Sqlite;

namespace ReverseMentoring.Functions.Tests.Privacy;

/// <summary>
/// Keeps all that is ever written as orchestration history, input, output, status, event or failure. The host itself forgets a generation's
/// history
/// with the next, so what is left at the end would prove little.
/// </summary>
internal sealed class HistoryWitness
{
    private readonly string _file;

    public HistoryWitness(string dataFolder)
    {
        _file = Path.Combine(dataFolder, "durable.db");
        Run("CREATE TABLE witness (text TEXT)");
        foreach (var (table, texts) in new[]
        {
            ("history", "NEW.events"),
            ("inbox", "NEW.event"),
            ("activities", "NEW.name || ' ' || coalesce(NEW.input, '')"),
            ("instances",
                "NEW.id || ' ' || coalesce(NEW.input, '') || ' ' || coalesce(NEW.output, '') || ' ' || coalesce(NEW.custom_status, '') || "
                    + "' ' || coalesce(NEW.failure, '') || ' ' || coalesce(NEW.tags, '')"),
        })
        {
            Run($"CREATE TRIGGER witness_{table} AFTER INSERT ON {table} BEGIN INSERT INTO witness VALUES ({texts}); END");
            Run($"CREATE TRIGGER witness_{table}_again AFTER UPDATE ON {table} BEGIN INSERT INTO witness VALUES ({texts}); END");
        }
    }

    public IReadOnlyList<string> Texts
    {
        get
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT text FROM witness";
            using var rows = command.ExecuteReader();
            var texts = new List<string>();
            while (rows.Read())
            {
                texts.Add(rows.GetString(0));
            }

            return texts;
        }
    }

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_file};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}
