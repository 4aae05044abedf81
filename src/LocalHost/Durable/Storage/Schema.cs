using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Durable.Storage;

internal static class Schema
{
    // Instants are UTC ticks. "execution" is a number no generation of any instance ever had before: it keeps the results
    // of an earlier generation, or of a purged instance of the same id, away from the present one.
    private const string Create = """
        CREATE TABLE IF NOT EXISTS instances (
            id TEXT NOT NULL PRIMARY KEY, execution INTEGER NOT NULL, generation INTEGER NOT NULL, name TEXT NOT NULL,
            status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
            parent TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER, version TEXT);
        CREATE INDEX IF NOT EXISTS instances_by_parent ON instances (parent) WHERE parent IS NOT NULL;
        CREATE INDEX IF NOT EXISTS instances_by_status ON instances (status);
        CREATE TABLE IF NOT EXISTS history (
            execution INTEGER NOT NULL, turn INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (execution, turn)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS inbox (
            id INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER, event TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS inbox_by_instance ON inbox (instance);
        CREATE TABLE IF NOT EXISTS activities (
            id INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT NOT NULL, input TEXT);
        CREATE TABLE IF NOT EXISTS timers (
            execution INTEGER NOT NULL, task INTEGER NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (execution, task)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS schedules (
            name TEXT NOT NULL PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER, next INTEGER NOT NULL);
        """;

    // Each brings a file made by an earlier version of the host one step on; how many were taken stands in user_version.
    private static readonly string[] Upgrades = ["ALTER TABLE instances ADD COLUMN version TEXT"];

    /// <summary>Makes the tables, or brings those of an earlier version of the host up to date: all of it, or nothing.</summary>
    public static void Prepare(SqliteConnection connection)
    {
        using var whole = connection.BeginTransaction();
        var isNew = Number(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'instances'") == 0;
        var taken = isNew ? Upgrades.Length : Number(connection, "PRAGMA user_version");
        foreach (var upgrade in Upgrades.Skip((int)taken))
        {
            Execute(connection, upgrade);
        }

        Execute(connection, Create);
        Execute(connection, $"PRAGMA user_version = {Upgrades.Length}");
        whole.Commit();
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        using var row = statement.Query();
        return row.Read() ? row.GetInt64(0) : 0;
    }
}
