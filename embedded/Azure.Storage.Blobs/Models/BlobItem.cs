namespace Azure.Storage.Blobs.Models;

/// <summary>A blob in a listing.</summary>
public class BlobItem
{
    internal BlobItem(string name, BlobItemProperties properties, IDictionary<string, string>? metadata) => (Name, Properties, Metadata) = (name, properties, metadata!);

    public string Name { get; }

    public BlobItemProperties Properties { get; }

    /// <summary>Only where the listing was asked for it.</summary>
    public IDictionary<string, string> Metadata { get; }
}

/// <summary>What a listing tells of a blob.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties(DateTimeOffset? lastModified, long? contentLength, string contentType, ETag? eTag) =>
        (LastModified, ContentLength, ContentType, ETag) = (lastModified, contentLength, contentType, eTag);

    public DateTimeOffset? LastModified { get; }

    /// <summary>Bytes.</summary>
    public long? ContentLength { get; }

    public string ContentType { get; }

    public ETag? ETag { get; }
}
