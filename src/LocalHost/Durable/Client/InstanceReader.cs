using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Client;

/// <summary>Reads instances from disk: what is seen here has been committed.</summary>
internal sealed class InstanceReader(Database database, DataConverter converter)
{
    private const string Columns = "id, name, status, created, updated, tags, failure";
    private const string AllColumns = Columns + ", input, output, custom_status";

    public OrchestrationMetadata? Find(string id, bool inputsAndOutputs)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {(inputsAndOutputs ? AllColumns : Columns)} FROM instances WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row, inputsAndOutputs) : null;
    }

    /// <summary>A page in the order of the ids; the token is the last id of the page before.</summary>
    public Page<OrchestrationMetadata> Page(OrchestrationQuery query, string? continuation, int? pageSize)
    {
        var size = Math.Max(1, pageSize ?? query.PageSize);
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        Filter(command, query.FetchInputsAndOutputs ? AllColumns : Columns, query);
        command.CommandText += " AND id > $after ORDER BY id LIMIT $limit";
        command.Parameters.AddWithValue("$after", continuation ?? query.ContinuationToken ?? string.Empty);
        command.Parameters.AddWithValue("$limit", size + 1);
        var found = new List<OrchestrationMetadata>();
        using var row = command.ExecuteReader();
        while (row.Read())
            found.Add(Read(row, query.FetchInputsAndOutputs));
        if (found.Count <= size)
            return new(found);
        found.RemoveAt(size);
        return new(found, found[^1].InstanceId);
    }

    public IReadOnlyList<string> Ids(OrchestrationQuery query)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        Filter(command, "id", query);
        return Strings(command);
    }

    /// <summary>The ids of the sub-orchestrations of an instance, theirs, and so on.</summary>
    public IReadOnlyList<string> Descendants(string id)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE family(id) AS (
                SELECT id FROM instances WHERE parent = $id
                UNION SELECT instances.id FROM instances JOIN family ON instances.parent = family.id)
            SELECT id FROM family
            """;
        command.Parameters.AddWithValue("$id", id);
        return Strings(command);
    }

    private static void Filter(SqliteCommand command, string columns, OrchestrationQuery query)
    {
        var sql = new StringBuilder($"SELECT {columns} FROM instances WHERE 1 = 1");
        if (query.CreatedFrom is { } from)
            Add(" AND created >= $from", "$from", from.UtcTicks);
        if (query.CreatedTo is { } to)
            Add(" AND created <= $to", "$to", to.UtcTicks);
        if (!string.IsNullOrEmpty(query.InstanceIdPrefix))
            Add(" AND substr(id, 1, length($prefix)) = $prefix", "$prefix", query.InstanceIdPrefix);
        if (query.Statuses?.ToList() is { Count: > 0 } statuses)
            sql.Append(" AND status IN (").AppendJoin(',', statuses.Select(status => (int)status)).Append(')');
#pragma warning disable CA2100 // Made of constants and numbers; texts are parameters.
        command.CommandText = sql.ToString();
#pragma warning restore CA2100

        void Add(string condition, string name, object value)
        {
            sql.Append(condition);
            command.Parameters.AddWithValue(name, value);
        }
    }

    private static List<string> Strings(SqliteCommand command)
    {
        var found = new List<string>();
        using var row = command.ExecuteReader();
        while (row.Read())
            found.Add(row.GetString(0));
        return found;
    }

    private OrchestrationMetadata Read(SqliteDataReader row, bool inputsAndOutputs) => new(row.GetString(1), row.GetString(0))
    {
        RuntimeStatus = (OrchestrationRuntimeStatus)row.GetInt32(2),
        CreatedAt = new(row.GetInt64(3), TimeSpan.Zero),
        LastUpdatedAt = new(row.GetInt64(4), TimeSpan.Zero),
        Tags = Text(row, 5) is { } tags ? HistoryJson.ReadTags(tags) : new Dictionary<string, string>(StringComparer.Ordinal),
        FailureDetails = Text(row, 6) is { } failure ? HistoryJson.ReadFailure(failure).ToDetails() : null,
        DataConverter = inputsAndOutputs ? converter : null,
        SerializedInput = inputsAndOutputs ? Text(row, 7) : null,
        SerializedOutput = inputsAndOutputs ? Text(row, 8) : null,
        SerializedCustomStatus = inputsAndOutputs ? Text(row, 9) : null,
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
