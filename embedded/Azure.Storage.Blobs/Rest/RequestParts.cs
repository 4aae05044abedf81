using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Parts of a request and of an answer, as the REST API has them in headers.</summary>
internal static class RequestParts
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static void SetMetadata(this Request request, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            request.Headers.Add(MetadataPrefix + name, value);
        }
    }

    public static void SetContentHeaders(this Request request, BlobHttpHeaders? headers)
    {
        Set("x-ms-blob-content-type", headers?.ContentType);
        Set("x-ms-blob-content-encoding", headers?.ContentEncoding);
        Set("x-ms-blob-content-language", headers?.ContentLanguage);
        Set("x-ms-blob-content-disposition", headers?.ContentDisposition);
        Set("x-ms-blob-cache-control", headers?.CacheControl);
        Set("x-ms-blob-content-md5", headers?.ContentHash is { } hash ? Convert.ToBase64String(hash) : null);

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.SetValue(name, value);
            }
        }
    }

    public static void SetConditions(this Request request, BlobRequestConditions? conditions)
    {
        Set("If-Match", conditions?.IfMatch?.ToString("H"));
        Set("If-None-Match", conditions?.IfNoneMatch?.ToString("H"));
        Set("If-Modified-Since", conditions?.IfModifiedSince?.ToString("r", CultureInfo.InvariantCulture));
        Set("If-Unmodified-Since", conditions?.IfUnmodifiedSince?.ToString("r", CultureInfo.InvariantCulture));

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.SetValue(name, value);
            }
        }
    }

    public static string Text(this Response response, string header) => response.Headers.TryGetValue(header, out var value) ? value : "";

    public static ETag ETag(this Response response) => response.Headers.ETag ?? default;

    public static DateTimeOffset LastModified(this Response response) =>
        DateTimeOffset.TryParse(response.Text("Last-Modified"), CultureInfo.InvariantCulture, out var at) ? at : default;

    public static byte[]? ContentHash(this Response response) =>
        response.Text("Content-MD5") is { Length: > 0 } hash ? Convert.FromBase64String(hash) : null;

    public static IDictionary<string, string> Metadata(this Response response) => response.Headers
        .Where(h => h.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(h => h.Name[MetadataPrefix.Length..], h => h.Value, StringComparer.OrdinalIgnoreCase);
}
