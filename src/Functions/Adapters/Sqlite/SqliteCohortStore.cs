using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;

// Over 200 lines because it implements the whole contract, each statement beside what runs it.
namespace ReverseMentoring.Functions.Adapters.Sqlite;

/// <summary>The store on one SQLite file: one table of JSON documents, the same shape as the Cosmos container.</summary>
/// <remarks>
/// One connection, one call at a time: a call takes tens of microseconds, and SQLite has one writer anyway. What was read once and has not
/// changed since, by the mark in its row, is not parsed again.
/// </remarks>
public sealed class SqliteCohortStore : ICohortStore, ITidyStore, IDisposable
{
    /// <summary>A file of an earlier version: what had an owner then carried it in its body.</summary>
    private const string FromBeforeOwners = """
        BEGIN;
        ALTER TABLE documents ADD COLUMN owner_id TEXT;
        UPDATE documents SET owner_id = CASE kind
            WHEN 'person' THEN id
            WHEN 'reflection' THEN json_extract(body, '$.authorId')
            ELSE json_extract(body, '$.personId') END
        WHERE kind IN ('person', 'reflection', 'link', 'evaluation', 'address');
        COMMIT;
        """;

    private readonly TimeProvider _clock;
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly ParsedDocuments _parsed = new();

    /// <summary>The last change of each cohort that was changed since the file was opened. Used in turn.</summary>
    private readonly Dictionary<string, long> _changed = new(StringComparer.Ordinal);

    /// <summary>The last mark that was given out; no two versions of whatever document have the same.</summary>
    private long _etag;

    /// <summary>The last change that may have touched any cohort.</summary>
    private long _changedAny;

    /// <param name="file">Created where it does not exist.</param>
    /// <param name="durable">True: a write that returned survives a power cut. False: it survives the process, for rehearsals.</param>
    /// <exception cref="SqliteException">The file can't be opened or is not a database.</exception>
    public SqliteCohortStore(string file, bool durable, TimeProvider clock)
    {
        _clock = clock;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        using var setUp = _connection.CreateCommand();
        // secure_delete: what is erased is overwritten, not just unlinked.
        setUp.CommandText = $"""
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous={(durable ? "FULL" : "OFF")};
            PRAGMA secure_delete=ON;
            PRAGMA busy_timeout=10000;
            CREATE TABLE IF NOT EXISTS documents (
                cohort_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
                etag INTEGER NOT NULL, expires_at INTEGER, body TEXT NOT NULL, owner_id TEXT,
                PRIMARY KEY (cohort_id, id)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS by_kind ON documents (cohort_id, kind, id);
            CREATE INDEX IF NOT EXISTS cohorts ON documents (cohort_id) WHERE kind = 'cohort';
            """;
        setUp.ExecuteNonQuery();
        setUp.CommandText = "SELECT COUNT(*) FROM pragma_table_info('documents') WHERE name = 'owner_id'";
        if (setUp.ExecuteScalar() is 0L)
        {
            setUp.CommandText = FromBeforeOwners;
            setUp.ExecuteNonQuery();
        }

        setUp.CommandText = "SELECT COALESCE(MAX(etag), 0) FROM documents";
        _etag = (long)setUp.ExecuteScalar()!;
        setUp.CommandText = "CREATE INDEX IF NOT EXISTS by_owner ON documents (cohort_id, owner_id) WHERE owner_id IS NOT NULL";
        setUp.ExecuteNonQuery();
    }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument =>
        InTurn(
            "SELECT body, etag FROM documents WHERE cohort_id = $a AND id = $b AND (expires_at IS NULL OR expires_at > $c)",
            [cohortId, id, Now()],
            command =>
        {
            using var rows = command.ExecuteReader();
            return rows.Read() ? ReadRow<T>(rows, cohortId, id) : null;
        }, cancellation);

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument =>
        InTurn<IReadOnlyList<Stored<T>>>(
            """
            SELECT body, etag, id FROM documents
            WHERE cohort_id = $a AND kind = $b AND (expires_at IS NULL OR expires_at > $c) ORDER BY id
            """,
            [cohortId, kind, Now()],
            command => Rows(command, rows => ReadRow<T>(rows, cohortId, rows.GetString(2))),
            cancellation);

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation) =>
        InTurn<IReadOnlyList<OwnedDocument>>(
            "SELECT id, kind FROM documents WHERE cohort_id = $a AND owner_id = $b ORDER BY id", [cohortId, ownerId], command =>
                Rows(command, rows => new OwnedDocument(rows.GetString(0), rows.GetString(1))), cancellation);

    /// <remarks>The version of the data tells of changes that came over another connection.</remarks>
    public Task<string?> MarkAsync(string cohortId, CancellationToken cancellation) =>
        InTurn<string?>("PRAGMA data_version", [], command => string.Create(
            CultureInfo.InvariantCulture, $"{command.ExecuteScalar()}.{_changedAny}.{_changed.GetValueOrDefault(cohortId)}"), cancellation);

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation) =>
        InTurn<IReadOnlyList<string>>("SELECT cohort_id FROM documents WHERE kind = 'cohort' ORDER BY cohort_id", [], command =>
            Rows(command, rows => rows.GetString(0)), cancellation);

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument =>
        // An expired document under the same id counts as gone.
        await WrittenAsync(
            document,
            """
            INSERT INTO documents (cohort_id, id, kind, etag, expires_at, body, owner_id) SELECT $a, $b, $c, $j, $d, $e, $g
            WHERE NOT EXISTS (SELECT 1 FROM documents WHERE cohort_id = $a AND id = $h)
            ON CONFLICT (cohort_id, id) DO UPDATE SET
                kind = excluded.kind, etag = MAX(documents.etag + 1, $j), expires_at = excluded.expires_at, body = excluded.body,
                owner_id = excluded.owner_id
            WHERE documents.expires_at <= $f
            """,
            DBNull.Value,
            cancellation);

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument =>
        await WrittenAsync(
            document,
            """
            UPDATE documents SET kind = $c, etag = MAX(etag + 1, $j), expires_at = $d, body = $e, owner_id = $g
            WHERE cohort_id = $a AND id = $b AND etag = $i AND (expires_at IS NULL OR expires_at > $f)
                AND NOT EXISTS (SELECT 1 FROM documents WHERE cohort_id = $a AND id = $h)
            """,
            long.Parse(etag, CultureInfo.InvariantCulture),
            cancellation);

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation) =>
        InTurn("DELETE FROM documents WHERE cohort_id = $a AND id = $b", [cohortId, id], command =>
        {
            _parsed.Forget(cohortId, id);
            _changed[cohortId] = Interlocked.Increment(ref _etag);
            return command.ExecuteNonQuery();
        }, cancellation);

    /// <summary>
    /// Removes what has expired, and empties the write-ahead log so that nothing erased lingers in it. Cosmos does the like by itself.
    /// </summary>
    /// <returns>How many documents had expired.</returns>
    public async Task<int> TidyAsync(CancellationToken cancellation)
    {
        var gone = await InTurn("DELETE FROM documents WHERE expires_at <= $a", [Now()], command =>
        {
            _parsed.ForgetAll();
            _changedAny = Interlocked.Increment(ref _etag);
            _changed.Clear();
            return command.ExecuteNonQuery();
        }, cancellation);
        await InTurn("PRAGMA wal_checkpoint(TRUNCATE)", [], command => command.ExecuteNonQuery(), cancellation);
        return gone;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
        _turn.Dispose();
    }

    private static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
        {
            found.Add(row(rows));
        }

        return found;
    }

    private Stored<T> ReadRow<T>(SqliteDataReader rows, string cohortId, string id)
        where T : class, IDocument
    {
        var etag = rows.GetInt64(1);
        var document = _parsed.Find<T>(cohortId, id, etag)
            ?? _parsed.Keep(cohortId, id, etag, JsonSerializer.Deserialize<T>(rows.GetString(0), DocumentJson.Options)!);
        return new Stored<T>(document, etag.ToString(CultureInfo.InvariantCulture));
    }

    private static string Write<T>(T document) => JsonSerializer.Serialize(document, DocumentJson.Options);

    private static object Ticks(DateTimeOffset? at) => at is { } instant ? instant.ToUnixTimeMilliseconds() : DBNull.Value;

    private long Now() => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <param name="etag">Of the version that is replaced; null for a new document.</param>
    private async Task<bool> WrittenAsync<T>(T document, string sql, object etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        object erasure = document.OwnerId is { } owner ? ErasureProof.DocumentIdOf(owner) : DBNull.Value;
        var mark = Interlocked.Increment(ref _etag);
        var written = await InTurn(
            sql,
            [
                document.CohortId, document.Id, document.Kind, Ticks(document.ExpiresAt), Write(document), Now(),
                (object?)document.OwnerId ?? DBNull.Value, erasure, etag, mark,
            ],
            command =>
            {
                // Before it is tried: who failed to write may have written all the same.
                _changed[document.CohortId] = mark;
                return command.ExecuteNonQuery();
            },
            cancellation);
        return written == 1
            || (erasure is string proof && await FindAsync<ErasureProof>(document.CohortId, proof, cancellation) is not null
                ? throw new OwnerErasedException()
                : false);
    }

    private async Task<TResult> InTurn<TResult>(
        string sql, object[] values, Func<SqliteCommand, TResult> run, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!_commands.TryGetValue(sql, out var command))
            {
                command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this file; the values are parameters.
                command.CommandText = sql;
#pragma warning restore CA2100
                _commands.Add(sql, command);
            }

            command.Parameters.Clear();
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
            }

            return run(command);
        }
        finally
        {
            _turn.Release();
        }
    }
}
