namespace ReverseMentoring.LocalHost.Durable.Storage;

internal static class Schema
{
    // Instants are UTC ticks. "execution" is a number no generation of any instance ever had before: it keeps the results
    // of an earlier generation, or of a purged instance of the same id, away from the present one.
    public const string Create = """
        CREATE TABLE IF NOT EXISTS instances (
            id TEXT NOT NULL PRIMARY KEY, execution INTEGER NOT NULL, generation INTEGER NOT NULL, name TEXT NOT NULL,
            status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, start_at INTEGER,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
            parent TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER);
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
}
