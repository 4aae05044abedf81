using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ReverseMentoring.Functions.Tests.Blobs;

// Over 200 lines because each case of the service has its test.
/// <summary>What src/ uses of Azure.Storage.Blobs, against the real Azurite, which checks every signature.</summary>
[Collection(UsesAzurite.Name)]
public sealed class BlobClientTests(Azurite azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient _container = azurite.NewContainer();

    public Task InitializeAsync() => _container.CreateAsync(PublicAccessType.None, null, default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_container_is_made_once()
    {
        Assert.Null(await _container.CreateIfNotExistsAsync(PublicAccessType.None, null, default));
        var again = await Assert.ThrowsAsync<RequestFailedException>(() => _container.CreateAsync(PublicAccessType.None, null, default));
        Assert.Equal((409, "ContainerAlreadyExists"), (again.Status, again.ErrorCode));
        var other = azurite.NewContainer();
        Assert.NotEqual(default, (await other.CreateIfNotExistsAsync(
            PublicAccessType.None, new Dictionary<string, string> { ["purpose"] = "test" }, default))!.Value.ETag);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var stranger = azurite.NewContainer(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.CreateAsync(PublicAccessType.None, null, default));
        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public async Task What_is_uploaded_is_downloaded_with_its_type_headers_and_metadata()
    {
        var blob = _container.GetBlobClient("handbook.pdf");
        var written = await blob.UploadAsync(BinaryData.FromString("the handbook"), new BlobUploadOptions
        {
            HttpHeaders =
                new BlobHttpHeaders { ContentType = "application/pdf", ContentDisposition = "attachment", CacheControl = "no-store" },
            Metadata = new Dictionary<string, string> { ["audience"] = "everyone", ["Second"] = "a b" },
        });
        var read = (await blob.DownloadContentAsync()).Value;
        Assert.Equal("the handbook", read.Content.ToString());
        Assert.Equal(
            ("application/pdf", 12, written.Value.ETag), (read.Details.ContentType, read.Details.ContentLength, read.Details.ETag));
        Assert.Equal("everyone", read.Details.Metadata["audience"]);
        var properties = (await blob.GetPropertiesAsync()).Value;
        Assert.Equal(
            ("application/pdf", "attachment", "no-store"),
            (properties.ContentType, properties.ContentDisposition, properties.CacheControl));
        Assert.Equal(
            (12, written.Value.ETag, written.Value.LastModified), (properties.ContentLength, properties.ETag, properties.LastModified));
        Assert.Equal("a b", properties.Metadata["second"]);
    }

    [Fact]
    public async Task Without_overwrite_a_blob_that_is_there_stays_and_with_it_it_goes()
    {
        var blob = _container.GetBlobClient("notes.txt");
        await blob.UploadAsync(BinaryData.FromString("first"));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("second")));
        Assert.Equal((409, "BlobAlreadyExists"), (refused.Status, refused.ErrorCode));
        Assert.Equal("first", await TextAsync(blob));
        await blob.UploadAsync(BinaryData.FromString("third"), overwrite: true);
        Assert.Equal("third", await TextAsync(blob));
    }

    [Fact]
    public async Task An_upload_on_condition_is_refused_once_somebody_else_wrote()
    {
        var blob = _container.GetBlobClient("notes.txt");
        var first = (await blob.UploadAsync(BinaryData.FromString("first"))).Value.ETag;
        var second = (await blob.UploadAsync(BinaryData.FromString("second"), If(first))).Value.ETag;
        Assert.NotEqual(first, second);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("third"), If(first)));
        Assert.Equal((412, "ConditionNotMet"), (refused.Status, refused.ErrorCode));
        Assert.Equal("second", await TextAsync(blob));

        static BlobUploadOptions If(ETag match) => new() { Conditions = new BlobRequestConditions { IfMatch = match } };
    }

    [Fact]
    public async Task A_range_is_that_part_and_a_range_outside_is_refused()
    {
        var blob = _container.GetBlobClient("notes.txt");
        await blob.UploadAsync(BinaryData.FromString("0123456789"));
        using var part = (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(2, 3) })).Value;
        using var reader = new StreamReader(part.Content);
        Assert.Equal(("234", 3, "bytes 2-4/10"), (await reader.ReadToEndAsync(), part.Details.ContentLength, part.Details.ContentRange));
        Assert.Equal(
            "89", (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(8) })).Value.Content.ToString());
        var outside = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(20, 5) }));
        Assert.Equal((416, "InvalidRange"), (outside.Status, outside.ErrorCode));
    }

    [Fact]
    public async Task An_opened_blob_is_read_in_pieces_seeks_and_fails_when_it_changes()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        var blob = _container.GetBlobClient("big.bin");
        await blob.UploadAsync(BinaryData.FromBytes(content));
        await using var stream = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 7_001 });
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        Assert.Equal(content, whole.ToArray());
        stream.Seek(-10, SeekOrigin.End);
        var end = new byte[10];
        await stream.ReadExactlyAsync(end);
        Assert.Equal(content[^10..], end);
        await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true);
        stream.Position = 0;
        Assert.Equal(412, (await Assert.ThrowsAsync<RequestFailedException>(() => stream.ReadAtLeastAsync(end, 10).AsTask())).Status);
    }

    [Fact]
    public async Task A_listing_has_what_begins_with_the_prefix_page_by_page_with_metadata()
    {
        foreach (var name in new[] { "a/1", "a/2", "a/3 &<\"'é.txt", "a/4+%25", "a/5", "b/1" })
        {
            var metadata = new Dictionary<string, string> { ["audience"] = "coordinator" };
            await _container.GetBlobClient(name).UploadAsync(
                BinaryData.FromString(name),
                new BlobUploadOptions { Metadata = metadata, HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } });
        }

        var pages = new List<Page<BlobItem>>();
        await foreach (var page in _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, "a/", default).AsPages(pageSizeHint: 2))
        {
            pages.Add(page);
        }

        Assert.Equal([2, 2, 1], pages.Select(p => p.Values.Count));
        var items = pages.SelectMany(p => p.Values).ToList();
        Assert.Equal(["a/1", "a/2", "a/3 &<\"'é.txt", "a/4+%25", "a/5"], items.Select(i => i.Name));
        Assert.All(items, i => Assert.Equal(("coordinator", "text/plain"), (i.Metadata["audience"], i.Properties.ContentType)));
        var first = (await _container.GetBlobClient("a/1").GetPropertiesAsync()).Value;
        // A listing has ETags without the quotes that a header has.
        Assert.Equal(
            (first.ETag.ToString().Trim('"'), 3L, first.LastModified),
            (items[0].Properties.ETag!.Value.ToString().Trim('"'), items[0].Properties.ContentLength, items[0].Properties.LastModified));
        var rest = _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "a/", default).AsPages(pages[1].ContinuationToken, 2);
        Assert.Equal("a/5", Assert.Single(await FirstAsync(rest)).Name);
        var six = 0;
        await foreach (var item in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default))
        {
            Assert.Empty(item.Metadata);
            six++;
        }

        Assert.Equal(6, six);
    }

    [Fact]
    public async Task Deleting_says_whether_there_was_anything_and_then_it_is_gone()
    {
        var blob = _container.GetBlobClient("notes.txt");
        await blob.UploadAsync(BinaryData.FromString("x"));
        Assert.True((await blob.ExistsAsync()).Value);
        Assert.True((await blob.DeleteIfExistsAsync()).Value);
        Assert.False((await blob.DeleteIfExistsAsync()).Value);
        Assert.False((await blob.ExistsAsync()).Value);
        Assert.Equal("BlobNotFound", (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadStreamingAsync())).ErrorCode);
        Assert.False((await azurite.NewContainer().GetBlobClient("x").DeleteIfExistsAsync()).Value);
    }

    [Fact]
    public async Task Metadata_is_replaced_as_a_whole_and_on_condition()
    {
        var blob = _container.GetBlobClient("notes.txt");
        var metadata = new Dictionary<string, string> { ["one"] = "1", ["two"] = "2" };
        var first = (await blob.UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { Metadata = metadata })).Value.ETag;
        await blob.SetMetadataAsync(new Dictionary<string, string> { ["three"] = "3" });
        Assert.Equal(["three"], (await blob.GetPropertiesAsync()).Value.Metadata.Keys);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.SetMetadataAsync(metadata, new BlobRequestConditions { IfMatch = first }));
        Assert.Equal(412, refused.Status);
    }

    [Fact]
    public async Task What_the_service_says_of_a_failure_does_not_name_the_blob()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => _container.GetBlobClient("Uma Jessop.pdf").DownloadContentAsync());
        Assert.DoesNotContain("Jessop", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(BlobClient blob) => (await blob.DownloadContentAsync()).Value.Content.ToString();

    private static async Task<IReadOnlyList<BlobItem>> FirstAsync(IAsyncEnumerable<Page<BlobItem>> pages)
    {
        await foreach (var page in pages)
        {
            return page.Values;
        }

        return [];
    }
}
