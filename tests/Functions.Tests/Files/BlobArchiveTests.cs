using Azure.Storage.Blobs;
using ReverseMentoring.Domain.Files;
using ReverseMentoring.Functions.Adapters.Blobs;
using ReverseMentoring.Functions.Tests.Blobs;

namespace ReverseMentoring.Functions.Tests.Files;

[Collection(UsesAzurite.Name)]
public sealed class BlobArchiveTests(Azurite azurite) : ArchiveContract
{
    private readonly BlobContainerClient _container = azurite.NewContainer();

    protected override IArchive Make() => new BlobArchive(_container);

    [Fact]
    public async Task The_blob_says_its_type_that_it_is_no_page_and_whom_it_is_for()
    {
        await SaveAsync(FileName.Of("handbook.pdf"), "x");
        var properties = (await _container.GetBlobClient("judicial-2023/handbook.pdf").GetPropertiesAsync()).Value;
        Assert.Equal(
            ("application/pdf", "attachment", "everyone"),
            (properties.ContentType, properties.ContentDisposition, properties.Metadata["audience"]));
    }

    [Fact]
    public async Task A_blob_without_an_audience_is_the_coordinators_and_one_with_an_impossible_name_is_not_there()
    {
        await SaveAsync(FileName.Of("handbook.pdf"), "x");
        await _container.GetBlobClient("judicial-2023/handbook.pdf").SetMetadataAsync(new Dictionary<string, string>());
        await _container.GetBlobClient("judicial-2023/deeper/handbook.pdf").UploadAsync(BinaryData.FromString("x"));
        await _container.GetBlobClient("judicial-2023/page.svg").UploadAsync(BinaryData.FromString("x"));
        Assert.Equal(FileAudience.Coordinator, Assert.Single(await Make().ListAsync("judicial-2023", default)).Audience);
    }

    [Fact]
    public async Task A_service_that_refuses_is_told_of_without_a_file_name()
    {
        var stranger = new BlobArchive(azurite.NewContainer(Convert.ToBase64String(new byte[64])));
        var failure = await Assert.ThrowsAsync<IOException>(() =>
            stranger.SaveAsync(
                "judicial-2023", FileName.Of("Uma Jessop.pdf"), FileAudience.Everyone, "x"u8.ToArray(), SaveRule.Replace, default));
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jessop", failure.ToString(), StringComparison.Ordinal);
    }
}
