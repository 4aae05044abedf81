using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.LocalHost.Clocks;

// Over 200 lines because every adapter passes all of it.
namespace ReverseMentoring.Functions.Tests.Store;

/// <summary>What every adapter of <see cref="ICohortStore"/> does. An adapter's tests inherit it and say how to open one.</summary>
public abstract class CohortStoreContract
{
    private const string Cohort = "judicial-2023";

    protected VirtualClock Clock { get; } = new(new DateTimeOffset(2023, 2, 27, 16, 0, 0, TimeSpan.Zero));

    /// <summary>The store of this test; opened the first time and again after <see cref="ReopenAsync"/>.</summary>
    protected abstract ICohortStore Store { get; }

    /// <summary>Lets go of the store and opens it on the same data.</summary>
    protected abstract Task ReopenAsync();

    [Fact]
    public async Task A_created_document_is_found_as_it_was_written()
    {
        var note = new Note(Cohort, "one", "Zoë’s “note”\n\tand 😀 \u0001 \u202e שלום");
        Assert.True(await Store.TryCreateAsync(note, default));
        Assert.Equal(note, (await FindAsync("one"))!.Value);
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_an_empty_list()
    {
        Assert.Null(await FindAsync("nobody"));
        Assert.Empty(await Store.ListAsync<Note>(Cohort, "note", default));
        Assert.Empty(await Store.ListCohortsAsync(default));
    }

    [Fact]
    public async Task An_id_can_be_created_once_in_a_cohort_and_again_in_another()
    {
        Assert.True(await Store.TryCreateAsync(new Note(Cohort, "one", "first"), default));
        Assert.False(await Store.TryCreateAsync(new Note(Cohort, "one", "second"), default));
        Assert.True(await Store.TryCreateAsync(new Note("llr-2021", "one", "third"), default));
        Assert.Equal("first", (await FindAsync("one"))!.Value.Text);
    }

    [Fact]
    public async Task Replacing_with_the_mark_it_was_read_with_gives_it_another_mark()
    {
        var read = await CreatedAsync("one");
        Assert.True(await Store.TryReplaceAsync(read.Value with { Text = "second" }, read.ETag, default));
        var again = (await FindAsync("one"))!;
        Assert.Equal("second", again.Value.Text);
        Assert.NotEqual(read.ETag, again.ETag);
    }

    [Fact]
    public async Task The_mark_of_a_cohort_differs_after_each_change_where_the_store_has_one()
    {
        var marks = new List<string?> { await Store.MarkAsync(Cohort, default) };
        var read = await CreatedAsync("one");
        marks.Add(await Store.MarkAsync(Cohort, default));
        await Store.TryReplaceAsync(read.Value with { Text = "second" }, read.ETag, default);
        marks.Add(await Store.MarkAsync(Cohort, default));
        await Store.DeleteAsync(Cohort, "one", default);
        marks.Add(await Store.MarkAsync(Cohort, default));
        Assert.True(marks.TrueForAll(m => m is null) || marks.Distinct(StringComparer.Ordinal).Count() == marks.Count);
        Assert.Equal(marks[^1], await Store.MarkAsync(Cohort, default));
    }

    [Fact]
    public async Task A_stale_mark_is_refused_and_nothing_changes()
    {
        var read = await CreatedAsync("one");
        await Store.TryReplaceAsync(read.Value with { Text = "second" }, read.ETag, default);
        Assert.False(await Store.TryReplaceAsync(read.Value with { Text = "third" }, read.ETag, default));
        Assert.Equal("second", (await FindAsync("one"))!.Value.Text);
    }

    [Fact]
    public async Task A_deleted_document_can_be_neither_found_nor_replaced()
    {
        var read = await CreatedAsync("one");
        await Store.DeleteAsync(Cohort, "one", default);
        Assert.Null(await FindAsync("one"));
        Assert.False(await Store.TryReplaceAsync(read.Value, read.ETag, default));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_error()
    {
        await CreatedAsync("one");
        await Store.DeleteAsync(Cohort, "one", default);
        await Store.DeleteAsync(Cohort, "one", default);
        await Store.DeleteAsync("no-such-cohort", "one", default);
    }

    [Fact]
    public async Task A_list_holds_one_kind_of_one_cohort_in_order_of_id()
    {
        foreach (var id in new[] { "note-2", "note-10", "note-1", "Note-3" })
        {
            await CreatedAsync(id);
        }

        await Store.TryCreateAsync(new Note(Cohort, "other", "") { Kind = "other" }, default);
        await Store.TryCreateAsync(new Note("llr-2021", "elsewhere", ""), default);
        Assert.Equal(
            ["Note-3", "note-1", "note-10", "note-2"], (await Store.ListAsync<Note>(Cohort, "note", default)).Select(n => n.Value.Id));
    }

    [Fact]
    public async Task A_list_gives_the_marks_that_replacing_needs()
    {
        await CreatedAsync("one");
        var listed = Assert.Single(await Store.ListAsync<Note>(Cohort, "note", default));
        Assert.True(await Store.TryReplaceAsync(listed.Value with { Kind = "read-note" }, listed.ETag, default));
        Assert.Empty(await Store.ListAsync<Note>(Cohort, "note", default));
        Assert.Single(await Store.ListAsync<Note>(Cohort, "read-note", default));
    }

    [Fact]
    public async Task Cohorts_are_listed_in_order_and_other_partitions_are_not()
    {
        await Store.TryCreateAsync(new Note("llr-2021", "cohort", "") { Kind = "cohort" }, default);
        await Store.TryCreateAsync(new Note("judicial-2023", "cohort", "") { Kind = "cohort" }, default);
        await Store.TryCreateAsync(new Note("_mail", "quota", "") { Kind = "quota" }, default);
        Assert.Equal(["judicial-2023", "llr-2021"], await Store.ListCohortsAsync(default));
    }

    [Fact]
    public async Task An_expired_document_is_gone_and_its_id_is_free()
    {
        var link = new Note(Cohort, "link", "first") { ExpiresAt = Clock.GetUtcNow().AddDays(14) };
        await Store.TryCreateAsync(link, default);
        var read = (await FindAsync("link"))!;
        Clock.Advance(TimeSpan.FromDays(14));
        Assert.Null(await FindAsync("link"));
        Assert.Empty(await Store.ListAsync<Note>(Cohort, "note", default));
        Assert.False(await Store.TryReplaceAsync(link with { ExpiresAt = null }, read.ETag, default));
        Assert.True(await Store.TryCreateAsync(link with { Text = "second", ExpiresAt = null }, default));
        Assert.Equal("second", (await FindAsync("link"))!.Value.Text);
    }

    [Fact]
    public async Task A_document_is_there_until_the_instant_it_expires()
    {
        await Store.TryCreateAsync(new Note(Cohort, "link", "") { ExpiresAt = Clock.GetUtcNow().AddDays(14) }, default);
        Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync("link"));
    }

    [Fact]
    public async Task The_mark_of_an_expired_document_does_not_fit_the_one_created_after_it()
    {
        await Store.TryCreateAsync(new Note(Cohort, "link", "first") { ExpiresAt = Clock.GetUtcNow().AddDays(1) }, default);
        var read = (await FindAsync("link"))!;
        Clock.Advance(TimeSpan.FromDays(1));
        await Store.TryCreateAsync(new Note(Cohort, "link", "second"), default);
        Assert.False(await Store.TryReplaceAsync(read.Value with { Text = "third" }, read.ETag, default));
    }

    [Fact]
    public async Task What_belongs_to_somebody_is_listed_by_owner_whatever_its_kind_and_age()
    {
        await Store.TryCreateAsync(new Note(Cohort, "two", "") { OwnerId = "p-1", Kind = "other" }, default);
        await Store.TryCreateAsync(new Note(Cohort, "one", "") { OwnerId = "p-1", ExpiresAt = Clock.GetUtcNow().AddDays(1) }, default);
        await Store.TryCreateAsync(new Note(Cohort, "three", "") { OwnerId = "p-2" }, default);
        await Store.TryCreateAsync(new Note("llr-2021", "elsewhere", "") { OwnerId = "p-1" }, default);
        await CreatedAsync("nobody's");
        Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(
            [new OwnedDocument("one", "note"), new OwnedDocument("two", "other")], await Store.ListOwnedAsync(Cohort, "p-1", default));
        var read = (await FindAsync("three"))!;
        Assert.True(await Store.TryReplaceAsync(read.Value with { OwnerId = "p-3" }, read.ETag, default));
        Assert.Empty(await Store.ListOwnedAsync(Cohort, "p-2", default));
        Assert.Single(await Store.ListOwnedAsync(Cohort, "p-3", default));
    }

    [Fact]
    public async Task Once_the_erasure_of_its_owner_has_begun_nothing_is_written_about_them_any_more()
    {
        await Store.TryCreateAsync(new Note(Cohort, "one", "first") { OwnerId = "p-1" }, default);
        var read = (await FindAsync("one"))!;
        await Store.TryCreateAsync(
            new ErasureProof
            {
                CohortId = Cohort,
                PersonId = "p-1",
                Because = ErasureReason.Withdrawal,
                At = Clock.GetUtcNow(),
                Removed = new Dictionary<string, int>(),
            },
            default);
        await Assert.ThrowsAsync<OwnerErasedException>(
            () => Store.TryCreateAsync(new Note(Cohort, "two", "") { OwnerId = "p-1" }, default));
        await Assert.ThrowsAsync<OwnerErasedException>(() =>
            Store.TryReplaceAsync(read.Value with { Text = "second" }, read.ETag, default));
        Assert.Null(await FindAsync("two"));
        Assert.True(await Store.TryCreateAsync(new Note(Cohort, "three", "") { OwnerId = "p-2" }, default));
        Assert.True(await Store.TryCreateAsync(new Note("llr-2021", "two", "") { OwnerId = "p-1" }, default));
    }

    [Fact]
    public async Task Of_replacements_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var read = await CreatedAsync($"note-{round}");
            var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(
                i => Task.Run(() => Store.TryReplaceAsync(read.Value with { Text = $"writer {i}" }, read.ETag, default))));
            Assert.Single(won, w => w);
            Assert.Equal($"writer {Array.IndexOf(won, true)}", (await FindAsync($"note-{round}"))!.Value.Text);
        }
    }

    [Fact]
    public async Task Of_creations_at_once_exactly_one_wins()
    {
        var won = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => Task.Run(() => Store.TryCreateAsync(new Note(Cohort, "one", $"{i}"), default))));
        Assert.Single(won, w => w);
        Assert.Equal($"{Array.IndexOf(won, true)}", (await FindAsync("one"))!.Value.Text);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_comes_back_whole()
    {
        // With every emoji escaped it is 1.9 MB; Cosmos DB takes 2.
        var text = string.Concat(Enumerable.Range(0, 90_000).Select(i => $"{i:00000}-é-😀"));
        await Store.TryCreateAsync(new Note(Cohort, "long", text), default);
        Assert.Equal(text, (await FindAsync("long"))!.Value.Text);
    }

    [Fact]
    public async Task Everything_is_still_there_after_the_store_is_opened_again()
    {
        var read = await CreatedAsync("one");
        await ReopenAsync();
        var again = (await FindAsync("one"))!;
        Assert.Equal(read, again);
        Assert.True(await Store.TryReplaceAsync(again.Value with { Text = "second" }, again.ETag, default));
    }

    protected Task<Stored<Note>?> FindAsync(string id) => Store.FindAsync<Note>(Cohort, id, default);

    protected async Task<Stored<Note>> CreatedAsync(string id, string text = "first")
    {
        Assert.True(await Store.TryCreateAsync(new Note(Cohort, id, text), default));
        return (await FindAsync(id))!;
    }
}
