namespace Azure.Storage.Blobs.Models;

/// <summary>How to write a blob.</summary>
public class BlobUploadOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    /// <summary>Names are letters, digits and underscores; values are ASCII.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    public BlobRequestConditions? Conditions { get; set; }
}

/// <summary>What a download of the blob says of it.</summary>
public class BlobHttpHeaders
{
    public string? ContentType { get; set; }

    public byte[]? ContentHash { get; set; }

    public string? ContentEncoding { get; set; }

    public string? ContentLanguage { get; set; }

    public string? ContentDisposition { get; set; }

    public string? CacheControl { get; set; }
}

/// <summary>When a request is to be refused.</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
}

/// <inheritdoc/>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
}

/// <summary>What to read of a blob.</summary>
public class BlobDownloadOptions
{
    /// <summary>The whole of it where nothing is said.</summary>
    public HttpRange Range { get; set; }

    public BlobRequestConditions? Conditions { get; set; }
}

/// <param name="allowModifications">Only false: the blob must stay as it was when it was opened.</param>
public class BlobOpenReadOptions(bool allowModifications)
{
    /// <summary>Where reading begins, in bytes.</summary>
    public long Position { get; set; }

    /// <summary>Bytes fetched at once; 4 MiB where nothing is said.</summary>
    public int? BufferSize { get; set; }

    public BlobRequestConditions? Conditions { get; set; }

    internal bool AllowModifications { get; } = allowModifications;
}
