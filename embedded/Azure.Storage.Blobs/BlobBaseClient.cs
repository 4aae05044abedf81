using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>What can be done with a blob of any type.</summary>
public class BlobBaseClient
{
    private protected BlobBaseClient(Uri uri, string name, StoragePipeline storage)
    {
        Uri = uri;
        Name = name;
        Storage = storage;
    }

    public virtual Uri Uri { get; }

    public virtual string Name { get; }

    private protected StoragePipeline Storage { get; }

    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Head, Uri);
        var response = await Storage.SendAsync(message, [200, 404], cancellationToken).ConfigureAwait(false);
        return Response.FromValue(response.Status == 200, response);
    }

    /// <exception cref="RequestFailedException">404 where there is no such blob; 412 or 304 where a condition does not hold.</exception>
    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Head, Uri);
        message.Request.SetConditions(conditions);
        var response = await Storage.SendAsync(message, 200, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobProperties(response), response);
    }

    /// <summary>The content as it arrives; dispose of it.</summary>
    /// <exception cref="RequestFailedException">404 where there is no such blob, 416 where the range lies outside it, 412 or 304 where a condition does not hold.</exception>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = default, CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Get, Uri);
        message.BufferResponse = false;
        message.Request.SetConditions(options?.Conditions);
        if (options is not null && options.Range != default)
        {
            message.Request.Headers.Add("x-ms-range", options.Range.ToString());
        }

        var response = await Storage.SendAsync(message, [200, 206], cancellationToken).ConfigureAwait(false);
        var details = new BlobDownloadDetails(response);
        return Response.FromValue(new BlobDownloadStreamingResult(details, message.ExtractResponseContent() ?? Stream.Null), response);
    }

    /// <summary>The whole content, or a range of it, in memory.</summary>
    /// <inheritdoc cref="DownloadStreamingAsync"/>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions? options = default, CancellationToken cancellationToken = default)
    {
        var response = await DownloadStreamingAsync(options, cancellationToken).ConfigureAwait(false);
        using var streamed = response.Value;
        var content = await BinaryData.FromStreamAsync(streamed.Content, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobDownloadResult(streamed.Details, content), response.GetRawResponse());
    }

    /// <summary>A stream that can seek and fetches the content in ranges as it is read; a blob that changes meanwhile makes it fail with 412.</summary>
    /// <exception cref="RequestFailedException">404 where there is no such blob; 412 where a condition does not hold.</exception>
    public virtual async Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default)
    {
        var properties = await GetPropertiesAsync(options.Conditions, cancellationToken).ConfigureAwait(false);
        return new BlobReadStream(this, properties.Value, options);
    }

    /// <summary>Replaces all metadata.</summary>
    /// <exception cref="RequestFailedException">404 where there is no such blob; 412 where a condition does not hold.</exception>
    public virtual async Task<Response<BlobInfo>> SetMetadataAsync(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Put, Uri);
        message.Request.Uri.AppendQuery("comp", "metadata");
        message.Request.SetMetadata(metadata);
        message.Request.SetConditions(conditions);
        var response = await Storage.SendAsync(message, 200, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobInfo(response.ETag(), response.LastModified()), response);
    }

    /// <returns>False where there was no such blob (or no such container).</returns>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Delete, Uri);
        message.Request.SetConditions(conditions);
        if (snapshotsOption != DeleteSnapshotsOption.None)
        {
            message.Request.Headers.Add("x-ms-delete-snapshots", snapshotsOption == DeleteSnapshotsOption.IncludeSnapshots ? "include" : "only");
        }

        var response = await Storage.SendAsync(message, [202, 404], cancellationToken).ConfigureAwait(false);
        return Response.FromValue(response.Status == 202, response);
    }
}
