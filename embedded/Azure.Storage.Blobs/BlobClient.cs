using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

/// <summary>One blob, whether or not it is there yet.</summary>
public class BlobClient : BlobBaseClient
{
    internal BlobClient(Uri uri, string name, StoragePipeline storage)
        : base(uri, name, storage)
    {
    }

    /// <param name="overwrite">False: refused with 409 (BlobAlreadyExists) where there is one.</param>
    /// <exception cref="RequestFailedException">The service refused, or was not reached (status 0).</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, new BlobUploadOptions { Conditions = overwrite ? null : new BlobRequestConditions { IfNoneMatch = Azure.ETag.All } }, cancellationToken);

    /// <summary>Writes the whole blob, over what was there unless <paramref name="options"/> has conditions.</summary>
    /// <exception cref="RequestFailedException">A condition did not hold (412, or 409 for a blob that is there), or any other refusal.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        using var message = Storage.CreateMessage(RequestMethod.Put, Uri);
        var request = message.Request;
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.SetContentHeaders(options?.HttpHeaders);
        request.SetMetadata(options?.Metadata);
        request.SetConditions(options?.Conditions);
        request.Content = RequestContent.Create(content);
        var response = await Storage.SendAsync(message, 201, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobContentInfo(response.ETag(), response.LastModified(), response.ContentHash()), response);
    }
}
