using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Models;

/// <summary>A container that was made.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo(ETag eTag, DateTimeOffset lastModified) => (ETag, LastModified) = (eTag, lastModified);

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }
}

/// <summary>A blob that was written.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo(ETag eTag, DateTimeOffset lastModified, byte[]? contentHash) => (ETag, LastModified, ContentHash) = (eTag, lastModified, contentHash!);

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }

    /// <summary>MD5, as the service reckoned it.</summary>
    public byte[] ContentHash { get; }
}

/// <summary>A blob whose metadata was replaced.</summary>
public class BlobInfo
{
    internal BlobInfo(ETag eTag, DateTimeOffset lastModified) => (ETag, LastModified) = (eTag, lastModified);

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }
}

/// <summary>What the service says of a blob without its content.</summary>
public class BlobProperties
{
    internal BlobProperties(Response response)
    {
        LastModified = response.LastModified();
        ETag = response.ETag();
        ContentLength = response.Headers.ContentLengthLong ?? 0;
        ContentType = response.Text("Content-Type");
        ContentDisposition = response.Text("Content-Disposition");
        CacheControl = response.Text("Cache-Control");
        Metadata = response.Metadata();
    }

    public DateTimeOffset LastModified { get; }

    public ETag ETag { get; }

    /// <summary>Bytes.</summary>
    public long ContentLength { get; }

    public string ContentType { get; }

    public string ContentDisposition { get; }

    public string CacheControl { get; }

    /// <summary>Names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; }
}

/// <summary>What the service says of a blob as it sends its content.</summary>
public class BlobDownloadDetails
{
    internal BlobDownloadDetails(Response response)
    {
        LastModified = response.LastModified();
        ETag = response.ETag();
        ContentLength = response.Headers.ContentLengthLong ?? 0;
        ContentType = response.Text("Content-Type");
        ContentRange = response.Text("Content-Range");
        Metadata = response.Metadata();
    }

    public DateTimeOffset LastModified { get; }

    public ETag ETag { get; }

    /// <summary>Bytes sent: of the range, where one was asked for.</summary>
    public long ContentLength { get; }

    public string ContentType { get; }

    /// <summary>Such as "bytes 0-9/1000"; empty for the whole.</summary>
    public string ContentRange { get; }

    /// <summary>Names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; }
}

/// <summary>Content as it arrives. Disposing of it ends the transfer.</summary>
public sealed class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult(BlobDownloadDetails details, Stream content) => (Details, Content) = (details, content);

    public BlobDownloadDetails Details { get; }

    public Stream Content { get; }

    public void Dispose() => Content.Dispose();
}

/// <summary>Content in memory.</summary>
public class BlobDownloadResult
{
    internal BlobDownloadResult(BlobDownloadDetails details, BinaryData content) => (Details, Content) = (details, content);

    public BlobDownloadDetails Details { get; }

    public BinaryData Content { get; }
}
