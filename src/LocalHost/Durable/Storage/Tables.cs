using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>The statements of the writer's connection. Used on the writer's thread only, inside its transaction.</summary>
internal sealed class Tables(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit() => Execute("COMMIT");

    public void Rollback() => Execute("ROLLBACK");

    /// <summary>The state of an instance; null when there is none of this id.</summary>
    public OrchestrationRuntimeStatus? StatusOf(string id)
    {
        using var reader = Query("SELECT status FROM instances WHERE id = ?1", id);
        return reader.Read() ? (OrchestrationRuntimeStatus)reader.GetInt32(0) : null;
    }

    /// <summary>Puts a new instance in place of whatever had its id.</summary>
    public void InsertInstance(InstanceRow row)
    {
        DeleteInstance(row.Id);
        Execute(
            """
            INSERT INTO instances (id, execution, generation, name, status, created, updated, start_at, input, tags,
                parent, parent_name, parent_execution, parent_task, version)
            VALUES (?1, ?2, 1, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """,
            row.Id, row.Execution, row.Name, (int)OrchestrationRuntimeStatus.Pending, row.Created.Ticks, row.StartAt?.Ticks, row.Input,
            row.Tags, row.Parent?.Id, row.Parent?.Name, row.Parent?.Execution, row.Parent?.Task, row.Version);
    }

    public void DeleteInstance(string id)
    {
        const string OfInstance = "WHERE execution = (SELECT execution FROM instances WHERE id = ?1)";
        Execute($"DELETE FROM history {OfInstance}", id);
        Execute($"DELETE FROM timers {OfInstance}", id);
        Execute("DELETE FROM inbox WHERE instance = ?1", id);
        Execute("DELETE FROM instances WHERE id = ?1", id);
    }

    /// <summary>False when the instance has gone, or is another of the same id: then nothing of the turn may be written.</summary>
    public bool UpdateRunning(string id, long execution, OrchestrationRuntimeStatus status, DateTime now)
        => Execute(
            "UPDATE instances SET status = ?3, updated = ?4 WHERE id = ?1 AND execution = ?2", id, execution, (int)status, now.Ticks) > 0;

    public void SetCustomStatus(string id, string? status)
        => Execute("UPDATE instances SET custom_status = ?2 WHERE id = ?1", id, status);

    public void BeginGeneration(string id, long execution, int generation, string? version, string? input)
        => Execute(
            "UPDATE instances SET execution = ?2, generation = ?3, version = ?4, input = ?5 WHERE id = ?1",
            id, execution, generation, version, input);

    public void SetEnd(string id, string? output, Failure? failure)
        => Execute(
            "UPDATE instances SET output = ?2, failure = ?3 WHERE id = ?1", id, output, failure is null
                ? null
                : HistoryJson.Write(failure));

    public void InsertHistory(long execution, int turn, string events)
        => Execute("INSERT INTO history (execution, turn, events) VALUES (?1, ?2, ?3)", execution, turn, events);

    /// <summary>Deletes what a generation leaves behind when it ends.</summary>
    public void DeleteExecution(long execution)
    {
        Execute("DELETE FROM history WHERE execution = ?1", execution);
        DeleteTimers(execution);
    }

    public void DeleteTimers(long execution) => Execute("DELETE FROM timers WHERE execution = ?1", execution);

    public void InsertMessage(long id, string instance, long? execution, string happened)
        => Execute("INSERT INTO inbox (id, instance, execution, event) VALUES (?1, ?2, ?3, ?4)", id, instance, execution, happened);

    public void DeleteMessage(long id) => Execute("DELETE FROM inbox WHERE id = ?1", id);

    public void DeleteMessagesOf(string instance) => Execute("DELETE FROM inbox WHERE instance = ?1", instance);

    public void InsertActivity(ActivityRow row)
        => Execute(
            "INSERT INTO activities (id, instance, execution, task, name, input) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            row.Id, row.Instance, row.Execution, row.Task, row.Name, row.Input);

    public void DeleteActivity(long id) => Execute("DELETE FROM activities WHERE id = ?1", id);

    public void InsertTimer(long execution, int task, DateTime due)
        => Execute("INSERT INTO timers (execution, task, due) VALUES (?1, ?2, ?3)", execution, task, due.Ticks);

    public void DeleteTimer(long execution, int task)
        => Execute("DELETE FROM timers WHERE execution = ?1 AND task = ?2", execution, task);

    public void SaveSchedule(string name, string schedule, DateTime? last, DateTime next)
        => Execute(
            "INSERT OR REPLACE INTO schedules (name, schedule, last, next) VALUES (?1, ?2, ?3, ?4)",
            name, schedule, last?.Ticks, next.Ticks);

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Execute(values);

    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Query(values);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    private Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(connection, sql);
        }

        return statement;
    }
}
