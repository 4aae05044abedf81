using System.Text;
using Microsoft.Data.Sqlite;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters.Sqlite;

namespace ReverseMentoring.Functions.Tests.Store;

public sealed class SqliteCohortStoreTests : CohortStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private SqliteCohortStore _store;

    public SqliteCohortStoreTests() => _store = Open();

    protected override ICohortStore Store => _store;

    [Fact]
    public async Task Tidying_removes_what_has_expired_and_says_how_much()
    {
        await _store.TryCreateAsync(new Note("judicial-2023", "link", "") { ExpiresAt = Clock.GetUtcNow().AddDays(1) }, default);
        await CreatedAsync("stays");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await _store.TidyAsync(default));
        Assert.Equal(0, await _store.TidyAsync(default));
        Assert.NotNull(await FindAsync("stays"));
    }

    [Fact]
    public async Task Its_mark_of_a_cohort_changes_with_tidying_but_not_with_another_cohort()
    {
        await CreatedAsync("one");
        var mark = await _store.MarkAsync("judicial-2023", default);
        Assert.NotNull(mark);
        await _store.TryCreateAsync(new Note("llr-2021", "two", ""), default);
        Assert.Equal(mark, await _store.MarkAsync("judicial-2023", default));
        await _store.TidyAsync(default);
        Assert.NotEqual(mark, await _store.MarkAsync("judicial-2023", default));
    }

    [Fact]
    public async Task A_file_of_a_version_without_owners_is_taken_over_with_the_owners_that_its_documents_name()
    {
        var file = Path.Combine(_folder, "old.db");
        await using (var old = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            await old.OpenAsync();
            await using var made = old.CreateCommand();
            made.CommandText = """
                CREATE TABLE documents (
                    cohort_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
                    etag INTEGER NOT NULL, expires_at INTEGER, body TEXT NOT NULL,
                    PRIMARY KEY (cohort_id, id)) WITHOUT ROWID;
                INSERT INTO documents VALUES
                    ('c', 'p-1', 'person', 1, NULL, '{}'), ('c', 'l', 'link', 1, NULL, '{"personId":"p-1"}'),
                    ('c', 'r', 'reflection', 1, NULL, '{"authorId":"p-1"}'), ('c', 'm', 'mail-settled', 1, NULL, '{"personId":"p-1"}');
                """;
            await made.ExecuteNonQueryAsync();
        }

        using var store = new SqliteCohortStore(file, durable: true, Clock);
        Assert.Equal(["l", "p-1", "r"], (await store.ListOwnedAsync("c", "p-1", default)).Select(d => d.Id));
        using var again = new SqliteCohortStore(file, durable: true, Clock);
        Assert.Equal(3, (await again.ListOwnedAsync("c", "p-1", default)).Count);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(40_000)]
    public async Task What_was_deleted_replaced_or_expired_is_nowhere_in_the_files_after_tidying(int length)
    {
        string Secret(string word) => string.Concat(Enumerable.Repeat(word, length / word.Length));
        await CreatedAsync("deleted", Secret("Jessop"));
        var replaced = await CreatedAsync("replaced", Secret("Dunmore"));
        await _store.TryCreateAsync(
            new Note("judicial-2023", "link", Secret("Yardley")) { ExpiresAt = Clock.GetUtcNow().AddDays(1) }, default);
        await CreatedAsync("stays", Secret("Ashdown"));
        Clock.Advance(TimeSpan.FromDays(1));
        await _store.DeleteAsync("judicial-2023", "deleted", default);
        await _store.TryReplaceAsync(replaced.Value with { Text = "short" }, replaced.ETag, default);
        await _store.TidyAsync(default);

        var bytes = string.Concat(Directory.EnumerateFiles(_folder).Select(f => Read(f)));
        Assert.Contains("Ashdown", bytes, StringComparison.Ordinal);
        Assert.All(["Jessop", "Dunmore", "Yardley"], gone => Assert.DoesNotContain(gone, bytes, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task ReopenAsync()
    {
        _store.Dispose();
        _store = Open();
        return Task.CompletedTask;
    }

    private SqliteCohortStore Open() => new(Path.Combine(_folder, "cohorts.db"), durable: false, Clock);

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
