using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Durable.Storage;
using CoreEvent = DurableTask.Core.History.HistoryEvent;
using HistoryEvent = ReverseMentoring.LocalHost.Durable.History.HistoryEvent;

namespace ReverseMentoring.LocalHost.Durable.Client;

// Over 200 lines because it answers every question that the client can ask.
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
        {
            found.Add(Read(row, query.FetchInputsAndOutputs));
        }

        return Cut(found, size, state => state.InstanceId);
    }

    public IReadOnlyList<string> Ids(OrchestrationQuery query)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        Filter(command, "id", query);
        return Strings(command);
    }

    /// <summary>
    /// Ids of ended instances (all, where no status is named), in the order of the ids; ends are UTC instants, inclusive.
    /// </summary>
    public Page<string> Ended(
        IReadOnlyList<OrchestrationRuntimeStatus>? statuses, DateTimeOffset? from, DateTimeOffset? to, int pageSize, string? after)
    {
        var size = Math.Max(1, pageSize);
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        Filter(command, "id", new(Statuses: statuses ?? []));
        command.CommandText += " AND updated >= $since AND updated <= $until AND id > $after ORDER BY id LIMIT $limit";
        command.Parameters.AddWithValue("$since", from?.UtcTicks ?? 0);
        command.Parameters.AddWithValue("$until", to?.UtcTicks ?? long.MaxValue);
        command.Parameters.AddWithValue("$after", after ?? string.Empty);
        command.Parameters.AddWithValue("$limit", size + 1);
        return Cut(Strings(command), size, found => found);
    }

    /// <summary>
    /// What an instance's present generation has lived through, as the official types say it; null when there is no such instance.
    /// </summary>
    public List<CoreEvent>? History(string id)
    {
        if (StartOf(id) is not { } found)
        {
            return null;
        }

        using var connection = database.Open();
        using var turns = new Statement(connection, "SELECT events FROM history WHERE execution = ?1 ORDER BY turn");
        using var row = turns.Query(found.Row.Execution);
        var history = new List<HistoryEvent>();
        while (row.Read())
        {
            history.AddRange(HistoryJson.ReadEvents(row.GetString(0)));
        }

        var events = ToCore.Events(Instance.Of(found.Row).Start, history);
        if (!found.Status.IsLive())
        {
            events.Add(found.End);
        }

        return events;
    }

    /// <summary>What an instance's present generation was started with, and how it stands; null when there is no such instance.</summary>
    public (InstanceRow Row, OrchestrationRuntimeStatus Status, CoreEvent End)? StartOf(string id)
    {
        using var connection = database.Open();
        using var one = new Statement(
            connection,
            """
            SELECT execution, name, version, created, input, tags, parent, parent_name, parent_execution, parent_task,
                status, output, failure, updated
            FROM instances WHERE id = ?1
            """);
        using var row = one.Query(id);
        if (!row.Read())
        {
            return null;
        }

        var parent = row.IsDBNull(6) ? null : new ParentLink(row.GetString(6), row.GetString(7), row.GetInt64(8), row.GetInt32(9));
        var found = new InstanceRow(
            id, row.GetInt64(
                0), row.GetString(1), Text(row, 2), new(row.GetInt64(3), DateTimeKind.Utc), null, Text(row, 4), Text(row, 5), parent);
        var status = (OrchestrationRuntimeStatus)row.GetInt32(10);
        var failure = Text(row, 12) is { } json ? ToCore.Failure(HistoryJson.ReadFailure(json)) : null;
        var end = ToCore.End(Text(row, 11), status, failure, new(row.GetInt64(13), DateTimeKind.Utc));
        return (found, status, end);
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
        {
            Add(" AND created >= $from", "$from", from.UtcTicks);
        }

        if (query.CreatedTo is { } to)
        {
            Add(" AND created <= $to", "$to", to.UtcTicks);
        }

        if (!string.IsNullOrEmpty(query.InstanceIdPrefix))
        {
            Add(" AND substr(id, 1, length($prefix)) = $prefix", "$prefix", query.InstanceIdPrefix);
        }

        if (query.Statuses?.ToList() is { Count: > 0 } statuses)
        {
            sql.Append(" AND status IN (").AppendJoin(',', statuses.Select(status => (int)status)).Append(')');
        }
#pragma warning disable CA2100 // Made of constants and numbers; texts are parameters.
        command.CommandText = sql.ToString();
#pragma warning restore CA2100

        void Add(string condition, string name, object value)
        {
            sql.Append(condition);
            command.Parameters.AddWithValue(name, value);
        }
    }

    // One more than the page holds was read, if there is one: then there is another page.
    private static Page<T> Cut<T>(List<T> found, int size, Func<T, string> idOf)
        where T : notnull
    {
        if (found.Count <= size)
        {
            return new(found);
        }

        found.RemoveAt(size);
        return new(found, idOf(found[^1]));
    }

    private static List<string> Strings(SqliteCommand command)
    {
        var found = new List<string>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            found.Add(row.GetString(0));
        }

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
