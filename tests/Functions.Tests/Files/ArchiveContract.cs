using System.Text;
using ReverseMentoring.Domain.Files;

namespace ReverseMentoring.Functions.Tests.Files;

/// <summary>What every archive does.</summary>
public abstract class ArchiveContract : IAsyncLifetime
{
    private const string Cohort = "judicial-2023";
    private const string Other = "judicial-2023-b";

    private static readonly FileName Handbook = FileName.Of("handbook.pdf");

    private IArchive _archive = null!;

    protected abstract IArchive Make();

    public virtual Task InitializeAsync()
    {
        _archive = Make();
        return Task.CompletedTask;
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_archive_begins_empty()
    {
        Assert.Empty(await _archive.ListAsync(Cohort, default));
        Assert.Null(await _archive.OpenAsync(Cohort, Handbook, default));
        Assert.False(await _archive.DeleteAsync(Cohort, Handbook, default));
    }

    [Fact]
    public async Task What_is_saved_can_be_opened_and_listed()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-2);
        Assert.Equal(SaveOutcome.Created, await SaveAsync(Handbook, "the handbook", FileAudience.Everyone));
        var listed = Assert.Single(await _archive.ListAsync(Cohort, default));
        Assert.Equal((Handbook, FileAudience.Everyone, 12L), (listed.Name, listed.Audience, listed.Length));
        Assert.InRange(listed.SavedAt, before, DateTimeOffset.UtcNow.AddSeconds(2));
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        Assert.Equal(listed, opened!.File);
        Assert.Equal("the handbook", await TextAsync(opened));
        Assert.All(listed.Version, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    [Fact]
    public async Task An_opened_file_can_be_read_from_anywhere_in_it()
    {
        await SaveAsync(Handbook, "0123456789");
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        Assert.True(opened!.Content.CanSeek);
        Assert.Equal(10, opened.Content.Length);
        opened.Content.Seek(6, SeekOrigin.Begin);
        Assert.Equal("6789", await TextAsync(opened));
        opened.Content.Position = 2;
        Assert.Equal("23456789", await TextAsync(opened));
    }

    [Fact]
    public async Task A_file_longer_than_any_buffer_and_an_empty_one_come_back_whole()
    {
        var content = new byte[3 * 1024 * 1024 + 17];
        new Random(1).NextBytes(content);
        await _archive.SaveAsync(Cohort, Handbook, FileAudience.Everyone, content, SaveRule.Replace, default);
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        using var read = new MemoryStream();
        await opened!.Content.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        await SaveAsync(FileName.Of("empty.txt"), "");
        await using var empty = await _archive.OpenAsync(Cohort, FileName.Of("empty.txt"), default);
        Assert.Equal("", await TextAsync(empty!));
    }

    [Fact]
    public async Task Only_new_leaves_what_is_there_and_replace_takes_its_place_under_another_version()
    {
        await SaveAsync(Handbook, "first");
        var first = Assert.Single(await _archive.ListAsync(Cohort, default));
        Assert.Equal(SaveOutcome.Kept, await SaveAsync(Handbook, "second", rule: SaveRule.OnlyNew));
        Assert.Equal([first], await _archive.ListAsync(Cohort, default));
        Assert.Equal(SaveOutcome.Replaced, await SaveAsync(Handbook, "third"));
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        Assert.Equal("third", await TextAsync(opened!));
        Assert.NotEqual(first.Version, opened!.File.Version);
        Assert.Equal(SaveOutcome.Created, await SaveAsync(FileName.Of("new.txt"), "x", rule: SaveRule.OnlyNew));
    }

    [Theory]
    [InlineData(FileAudience.Coordinator, FileAudience.Everyone)]
    [InlineData(FileAudience.Everyone, FileAudience.Coordinator)]
    public async Task A_file_can_change_its_audience_and_is_there_once(FileAudience from, FileAudience to)
    {
        await SaveAsync(Handbook, "first", from);
        Assert.Equal(SaveOutcome.Kept, await SaveAsync(Handbook, "second", to, SaveRule.OnlyNew));
        Assert.Equal(SaveOutcome.Replaced, await SaveAsync(Handbook, "second", to));
        Assert.Equal(to, Assert.Single(await _archive.ListAsync(Cohort, default)).Audience);
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        Assert.Equal((to, "second"), (opened!.File.Audience, await TextAsync(opened)));
        Assert.True(await _archive.DeleteAsync(Cohort, Handbook, default));
        Assert.Empty(await _archive.ListAsync(Cohort, default));
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_the_others_stay()
    {
        await SaveAsync(Handbook, "x");
        await SaveAsync(FileName.Of("other.txt"), "y");
        Assert.True(await _archive.DeleteAsync(Cohort, Handbook, default));
        Assert.False(await _archive.DeleteAsync(Cohort, Handbook, default));
        Assert.Null(await _archive.OpenAsync(Cohort, Handbook, default));
        Assert.Equal("other.txt", Assert.Single(await _archive.ListAsync(Cohort, default)).Name.Text);
    }

    [Fact]
    public async Task Cohorts_do_not_see_each_others_files_even_where_one_id_begins_like_another()
    {
        await SaveAsync(Handbook, "mine");
        Assert.Empty(await _archive.ListAsync(Other, default));
        Assert.Null(await _archive.OpenAsync(Other, Handbook, default));
        Assert.False(await _archive.DeleteAsync(Other, Handbook, default));
        await _archive.SaveAsync(Other, Handbook, FileAudience.Everyone, "theirs"u8.ToArray(), SaveRule.OnlyNew, default);
        Assert.Single(await _archive.ListAsync(Cohort, default));
        await using var opened = await _archive.OpenAsync(Cohort, Handbook, default);
        Assert.Equal("mine", await TextAsync(opened!));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../judicial-2023")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("Judicial")]
    public async Task What_is_no_cohorts_id_gets_nowhere(string cohortId)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _archive.SaveAsync(cohortId, Handbook, FileAudience.Everyone, default, SaveRule.Replace, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _archive.OpenAsync(cohortId, Handbook, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _archive.ListAsync(cohortId, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _archive.DeleteAsync(cohortId, Handbook, default));
    }

    [Fact]
    public async Task Every_name_that_is_taken_comes_back_as_it_was()
    {
        string[] names =
        [
            "a..b.txt", "a#b&c=d+e.txt",
            "Größe – Übersicht.csv", "party 🎉.png", "semi;colon, comma.txt", "it's $(here) `now` {x}.md", "相互学習.pdf", "é.txt",
            new string('a', 116) + ".pdf", new string('相', 65) + ".txt",
        ];
        foreach (var name in names)
        {
            await SaveAsync(FileName.Of(name), name);
        }

        var listed = await _archive.ListAsync(Cohort, default);
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Select(f => f.Name.Text));
        foreach (var file in listed)
        {
            await using var opened = await _archive.OpenAsync(Cohort, file.Name, default);
            Assert.Equal(file.Name.Text, await TextAsync(opened!));
        }
    }

    [Fact]
    public async Task Of_many_who_save_one_new_name_at_once_one_creates_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SaveAsync(Handbook, $"{i}", rule: SaveRule.OnlyNew)));
        Assert.Equal(1, outcomes.Count(o => o == SaveOutcome.Created));
        Assert.Equal(7, outcomes.Count(o => o == SaveOutcome.Kept));
    }

    protected Task<SaveOutcome> SaveAsync(
        FileName name, string content, FileAudience audience = FileAudience.Everyone, SaveRule rule = SaveRule.Replace) =>
        _archive.SaveAsync(Cohort, name, audience, Encoding.UTF8.GetBytes(content), rule, default);

    protected static async Task<string> TextAsync(OpenedFile opened)
    {
        using var reader = new StreamReader(opened.Content, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }
}
