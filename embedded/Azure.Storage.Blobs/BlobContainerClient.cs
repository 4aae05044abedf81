using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs;

/// <summary>A container of blobs.</summary>
public class BlobContainerClient
{
    private readonly StoragePipeline _storage;

    /// <param name="blobContainerUri">Such as https://ACCOUNT.blob.core.windows.net/CONTAINER.</param>
    public BlobContainerClient(Uri blobContainerUri, StorageSharedKeyCredential credential, BlobClientOptions? options = default)
        : this(blobContainerUri, StoragePipeline.SignedWith(credential, options ?? new BlobClientOptions()))
    {
    }

    /// <inheritdoc cref="BlobContainerClient(Uri, StorageSharedKeyCredential, BlobClientOptions)"/>
    /// <remarks>Only over https: Azure.Core refuses to send a token in clear.</remarks>
    public BlobContainerClient(Uri blobContainerUri, TokenCredential credential, BlobClientOptions? options = default)
        : this(blobContainerUri, StoragePipeline.SignedInAs(credential, options ?? new BlobClientOptions()))
    {
    }

    private BlobContainerClient(Uri uri, StoragePipeline storage)
    {
        Uri = uri;
        _storage = storage;
    }

    public virtual Uri Uri { get; }

    public virtual string Name => Uri.Segments[^1].Trim('/');

    public virtual BlobClient GetBlobClient(string blobName) => new(BlobAddress.Of(Uri, blobName), blobName, _storage);

    /// <exception cref="RequestFailedException">409 where there is one already, or any other refusal.</exception>
    public virtual async Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        using var message = Creation(publicAccessType, metadata);
        var response = await _storage.SendAsync(message, 201, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new BlobContainerInfo(response.ETag(), response.LastModified()), response);
    }

    /// <returns>Null where the container was there already.</returns>
    public virtual async Task<Response<BlobContainerInfo>?> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await CreateAsync(publicAccessType, metadata, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException there) when (there.ErrorCode == "ContainerAlreadyExists")
        {
            return null;
        }
    }

    /// <summary>Blobs in the order of their names, read page by page as they are asked for.</summary>
    /// <param name="states">Only <see cref="BlobStates.None"/>: neither snapshots nor deleted blobs are listed here.</param>
    /// <exception cref="NotSupportedException">It was asked for more than names, properties and metadata.</exception>
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        states == BlobStates.None && traits is BlobTraits.None or BlobTraits.Metadata
            ? new BlobListing(_storage, Uri, traits == BlobTraits.Metadata, prefix, cancellationToken)
            : throw new NotSupportedException("Only names, properties and metadata of current blobs are listed here.");

    private HttpMessage Creation(PublicAccessType publicAccessType, IDictionary<string, string>? metadata)
    {
        if (publicAccessType != PublicAccessType.None)
        {
            throw new NotSupportedException("Only private containers are made here.");
        }

        var message = _storage.CreateMessage(RequestMethod.Put, Uri);
        message.Request.Uri.AppendQuery("restype", "container");
        message.Request.SetMetadata(metadata);
        return message;
    }
}
