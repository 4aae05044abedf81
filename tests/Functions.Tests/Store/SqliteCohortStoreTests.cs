using System.Text;
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
