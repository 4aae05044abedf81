using System.Text;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Functions.Adapters.Files;

namespace ReverseMentoring.Functions.Tests.Files;

public sealed class FolderArchiveTests : ArchiveContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-").FullName;

    private string Everyone => Path.Combine(_folder, "files", "judicial-2023", "everyone");

    private FolderArchive Archive => new(Path.Combine(_folder, "files"));

    protected override IArchive Make() => Archive;

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Files_lie_in_the_folder_as_they_are_and_nothing_lies_beside_them()
    {
        await SaveAsync(FileName.Of("handbook.pdf"), "first");
        await SaveAsync(FileName.Of("handbook.pdf"), "second");
        var all = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.Equal([Path.Combine(Everyone, "handbook.pdf")], all);
        Assert.Equal("second", await File.ReadAllTextAsync(all[0]));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_not_a_file_and_goes_with_the_next_save()
    {
        Directory.CreateDirectory(Everyone);
        var left = Path.Combine(Everyone, ".saving-0123");
        await File.WriteAllTextAsync(left, "half a hand");
        Assert.Empty(await Archive.ListAsync("judicial-2023", default));
        await SaveAsync(FileName.Of("handbook.pdf"), "whole");
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_file_that_a_crash_left_under_both_audiences_is_for_the_coordinator_only()
    {
        await SaveAsync(FileName.Of("handbook.pdf"), "new", FileAudience.Coordinator);
        Directory.CreateDirectory(Everyone);
        await File.WriteAllTextAsync(Path.Combine(Everyone, "handbook.pdf"), "old");
        Assert.Equal(FileAudience.Coordinator, Assert.Single(await Archive.ListAsync("judicial-2023", default)).Audience);
        await using (var opened = await Archive.OpenAsync("judicial-2023", FileName.Of("handbook.pdf"), default))
        {
            Assert.Equal((FileAudience.Coordinator, "new"), (opened!.File.Audience, await TextAsync(opened)));
        }

        Assert.True(await Archive.DeleteAsync("judicial-2023", FileName.Of("handbook.pdf"), default));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_being_read_stays_as_it_was_opened()
    {
        await SaveAsync(FileName.Of("handbook.pdf"), "first");
        await using var opened = await Archive.OpenAsync("judicial-2023", FileName.Of("handbook.pdf"), default);
        await SaveAsync(FileName.Of("handbook.pdf"), "second");
        Assert.Equal("first", await TextAsync(opened!));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_told_of_without_a_file_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "files"), "a file where the folder should be");
        var failure = await Assert.ThrowsAsync<IOException>(() =>
            Archive.SaveAsync(
                "judicial-2023",
                FileName.Of("Uma Jessop.pdf"),
                FileAudience.Everyone,
                Encoding.UTF8.GetBytes("x"),
                SaveRule.Replace,
                default));
        Assert.DoesNotContain("Jessop", failure.ToString(), StringComparison.Ordinal);
    }
}
