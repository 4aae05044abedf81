using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Signs each attempt with the account's key, as the REST reference "Authorize with Shared Key" describes for the Blob service.</summary>
internal sealed class SharedKeyPolicy(StorageSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    /// <summary>In the order in which they are signed; Content-Length and Date are treated apart.</summary>
    private static readonly string[] AfterLength = ["Content-MD5", "Content-Type"];
    private static readonly string[] AfterDate = ["If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range"];

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture));
        var signature = HMACSHA256.HashData(credential.Key, Encoding.UTF8.GetBytes(StringToSign(request)));
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{Convert.ToBase64String(signature)}");
    }

    private string StringToSign(Request request)
    {
        var text = new StringBuilder();
        Line(request.Method.Method);
        Line(Header("Content-Encoding"));
        Line(Header("Content-Language"));
        Line(request.Content is { } content && content.TryComputeLength(out var length) && length > 0 ? length.ToString(CultureInfo.InvariantCulture) : "");
        Array.ForEach(AfterLength, name => Line(Header(name)));
        // Date is empty: x-ms-date stands in its place.
        Line("");
        Array.ForEach(AfterDate, name => Line(Header(name)));
        foreach (var header in request.Headers.Where(h => h.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase)).OrderBy(h => h.Name.ToLowerInvariant(), StringComparer.Ordinal))
        {
            Line($"{header.Name.ToLowerInvariant()}:{header.Value}");
        }

        return text.Append(Resource(request.Uri.ToUri())).ToString();

        void Line(string value) => text.Append(value).Append('\n');
        string Header(string name) => request.Headers.TryGetValue(name, out var value) ? value : "";
    }

    private string Resource(Uri uri)
    {
        var text = new StringBuilder("/").Append(credential.AccountName).Append(uri.AbsolutePath);
        var queries = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(q => q.Split('=', 2));
        foreach (var query in queries.OrderBy(q => q[0].ToLowerInvariant(), StringComparer.Ordinal))
        {
            text.Append('\n').Append(query[0].ToLowerInvariant()).Append(':').Append(Uri.UnescapeDataString(query[^1]));
        }

        return text.ToString();
    }
}
