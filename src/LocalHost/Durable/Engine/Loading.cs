using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Reads what was going on when the host last stopped, or was stopped, and goes on with it.</summary>
internal static class Loading
{
    private static readonly object?[] Live =
    [
        (int)OrchestrationRuntimeStatus.Pending, (int)OrchestrationRuntimeStatus.Running, (int)OrchestrationRuntimeStatus.Suspended,
    ];

    public static void Load(TaskHub hub)
    {
        using var connection = hub.Database.Open();
        hub.Numbers.StartAfter(
            Number(
                connection,
                "SELECT MAX(n) FROM (SELECT MAX(execution, COALESCE(parent_execution, 0)) AS n FROM instances UNION ALL SELECT execution "
                    + "FROM activities)"),
            Number(connection, "SELECT MAX(id) FROM inbox"),
            Number(connection, "SELECT MAX(id) FROM activities"));
        var instances = Instances(connection);
        var byExecution = instances.ToDictionary(pair => pair.Instance.Execution, pair => pair.Instance);
        LoadHistory(connection, byExecution);
        LoadInbox(connection, instances.ToDictionary(pair => pair.Instance.Id, pair => pair.Instance, StringComparer.Ordinal));
        foreach (var (instance, startAt) in instances)
        {
            hub.Admit(instance, startAt);
        }

        LoadTimers(connection, byExecution, hub);
        LoadActivities(connection, hub);
    }

    private static List<(Instance Instance, DateTime? StartAt)> Instances(SqliteConnection connection)
    {
        using var live = new Statement(
            connection,
            """
            SELECT id, name, execution, generation, status, input, start_at,
                parent, parent_name, parent_execution, parent_task, version, tags
            FROM instances WHERE status IN (?1, ?2, ?3) ORDER BY execution
            """);
        using var row = live.Query(Live);
        var found = new List<(Instance, DateTime?)>();
        while (row.Read())
        {
            var parent = row.IsDBNull(7) ? null : new ParentLink(row.GetString(7), row.GetString(8), row.GetInt64(9), row.GetInt32(10));
            var instance = new Instance(row.GetString(0), row.GetString(1), parent)
            {
                Execution = row.GetInt64(2),
                Generation = row.GetInt32(3),
                Status = (OrchestrationRuntimeStatus)row.GetInt32(4),
                Input = row.IsDBNull(5) ? null : row.GetString(5),
                Version = row.IsDBNull(11) ? null : row.GetString(11),
                Tags = row.IsDBNull(12) ? null : HistoryJson.ReadTags(row.GetString(12)),
            };
            found.Add((instance, row.IsDBNull(6) ? null : new DateTime(row.GetInt64(6), DateTimeKind.Utc)));
        }
        return found;
    }

    private static void LoadHistory(SqliteConnection connection, Dictionary<long, Instance> instances)
    {
        using var all = new Statement(
            connection,
            """
            SELECT history.execution, turn, events FROM history JOIN instances ON instances.execution = history.execution
            WHERE status IN (?1, ?2, ?3) ORDER BY history.execution, turn
            """);
        using var row = all.Query(Live);
        while (row.Read())
        {
            if (!instances.TryGetValue(row.GetInt64(0), out var instance))
            {
                continue;
            }

            instance.Turns = row.GetInt32(1) + 1;
            instance.History.AddRange(HistoryJson.ReadEvents(row.GetString(2)));
        }
    }

    private static void LoadInbox(SqliteConnection connection, Dictionary<string, Instance> instances)
    {
        using var all = new Statement(connection, "SELECT id, instance, execution, event FROM inbox ORDER BY id");
        using var row = all.Query();
        while (row.Read())
        {
            if (instances.TryGetValue(row.GetString(1), out var instance))
            {
                instance.Push(new(HistoryJson.ReadEvent(row.GetString(3)), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetInt64(0)));
            }
        }
    }

    private static void LoadTimers(SqliteConnection connection, Dictionary<long, Instance> instances, TaskHub hub)
    {
        using var all = new Statement(connection, "SELECT execution, task, due FROM timers ORDER BY due, execution, task");
        using var row = all.Query();
        while (row.Read())
        {
            if (instances.TryGetValue(row.GetInt64(0), out var instance))
            {
                var task = row.GetInt32(1);
                hub.AddTimer(instance, task, Due(instance, task, new(row.GetInt64(2), DateTimeKind.Utc), hub.Now));
            }
        }
    }

    /// <summary>A timer that was set at what is the future now, because the clock went back, starts its time again.</summary>
    private static DateTime Due(Instance instance, int task, DateTime due, DateTime now)
    {
        var setAt = instance.History.TakeWhile(e => e is not TimerCreated created || created.Id != task)
            .OfType<TurnStarted>().LastOrDefault()?.At;
        return setAt > now ? now + (due - setAt.Value) : due;
    }

    private static void LoadActivities(SqliteConnection connection, TaskHub hub)
    {
        using var all = new Statement(connection, "SELECT id, instance, execution, task, name, input FROM activities ORDER BY id");
        using var row = all.Query();
        while (row.Read())
        {
            hub.StartActivity(new(
                row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.IsDBNull(5)
                    ? null
                    : row.GetString(5)));
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        using var row = statement.Query();
        return row.Read() && !row.IsDBNull(0) ? row.GetInt64(0) : 0;
    }
}
