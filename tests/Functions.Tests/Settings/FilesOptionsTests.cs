using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Functions.Adapters.Blobs;
using ReverseMentoring.Functions.Adapters.Files;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Tests.Settings;

public sealed class FilesOptionsTests
{
    [Fact]
    public void By_default_files_lie_in_the_data_folder_up_to_ten_mebibytes()
    {
        var files = Read().Files;
        Assert.Equal((FilesMode.Folder, 10 * 1024 * 1024), (files.Mode, files.MaxBytes));
        Assert.Equal(Path.GetFullPath(Path.Combine("data", "files")), files.Folder);
    }

    [Fact]
    public void Blobs_need_only_an_address()
    {
        var files = Read(("Files:Mode", "blobs"), ("Files:Endpoint", "https://example.blob.core.windows.net/")).Files;
        Assert.Equal((FilesMode.Blobs, "https://example.blob.core.windows.net/files"), (files.Mode, files.ContainerAddress.AbsoluteUri));
    }

    [Theory]
    [InlineData("Files:Mode", "Files:Mode", "Ftp")]
    [InlineData("Files:Endpoint", "Files:Endpoint", "")]
    [InlineData("Files:Endpoint", "Files:Endpoint", "http://example.blob.core.windows.net")]
    [InlineData("Files:Endpoint", "Files:Endpoint", "https://example.blob.core.windows.net/files")]
    [InlineData("Files:Endpoint", "Files:Endpoint", "https://example.blob.core.windows.net/?sv=secret")]
    [InlineData("Files:Container", "Files:Container", "Files")]
    [InlineData("Files:Container", "Files:Container", "a")]
    [InlineData("Files:Container", "Files:Container", "a--b")]
    [InlineData("Files:MaxBytes", "Files:MaxBytes", "0")]
    [InlineData("Files:MaxBytes", "Files:MaxBytes", "1 MB")]
    [InlineData("Files:MaxBytes", "Files:MaxBytes", "104857601")]
    public void A_wrong_setting_is_named_at_the_start(string named, string setting, string value)
    {
        var settings = new Dictionary<string,
            string?>
        { ["Files:Mode"] = "Blobs", ["Files:Endpoint"] = "https://example.blob.core.windows.net", [setting] = value };
        var failure = Assert.Throws<InvalidOperationException>(() => Read([.. settings.Select(s => (s.Key, s.Value!))]));
        var problem = Assert.Single(failure.Message.Split("\n- ").Skip(1));
        Assert.StartsWith(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Folder", typeof(FolderArchive))]
    [InlineData("Blobs", typeof(BlobArchive))]
    public void The_mode_decides_which_archive_it_is(string mode, Type expected)
    {
        var options = Read(
            ("Files:Mode", mode),
            ("Files:Endpoint", "https://example.blob.core.windows.net"),
            ("Web:ContentFolder", AppContext.BaseDirectory));
        using var services = new ServiceCollection().AddReverseMentoring(options).BuildServiceProvider();
        Assert.IsType(expected, services.GetRequiredService<IArchive>());
    }

    private static ServiceOptions Read(params (string Name, string Value)[] settings) =>
        ServiceOptions.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
}
