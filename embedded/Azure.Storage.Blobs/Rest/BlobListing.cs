using System.Globalization;
using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>List Blobs: each page names where the next begins.</summary>
internal sealed class BlobListing(StoragePipeline storage, Uri container, bool withMetadata, string? prefix, CancellationToken cancellation) : AsyncPageable<BlobItem>(cancellation)
{
    public override async IAsyncEnumerable<Page<BlobItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await ReadAsync(continuationToken, pageSizeHint).ConfigureAwait(false);
            continuationToken = page.ContinuationToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }

    private async Task<Page<BlobItem>> ReadAsync(string? marker, int? most)
    {
        using var message = storage.CreateMessage(RequestMethod.Get, container);
        var uri = message.Request.Uri;
        uri.AppendQuery("restype", "container");
        uri.AppendQuery("comp", "list");
        Ask("prefix", prefix);
        Ask("marker", marker);
        Ask("maxresults", most?.ToString(CultureInfo.InvariantCulture));
        Ask("include", withMetadata ? "metadata" : null);
        var response = await storage.SendAsync(message, 200, CancellationToken).ConfigureAwait(false);
        var root = XDocument.Parse(response.Content.ToString()).Root!;
        return Page<BlobItem>.FromValues([.. root.Element("Blobs")!.Elements("Blob").Select(Item)], root.Element("NextMarker")?.Value, response);

        void Ask(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                uri.AppendQuery(name, value, escapeValue: true);
            }
        }
    }

    private BlobItem Item(XElement blob)
    {
        var name = blob.Element("Name")!;
        var properties = blob.Element("Properties")!;
        return new BlobItem(
            // A name that XML cannot hold comes escaped as in an address, and says so.
            name.Attribute("Encoded")?.Value == "true" ? Uri.UnescapeDataString(name.Value) : name.Value,
            new BlobItemProperties(
                DateTimeOffset.TryParse(properties.Element("Last-Modified")?.Value, CultureInfo.InvariantCulture, out var at) ? at : null,
                long.TryParse(properties.Element("Content-Length")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
                properties.Element("Content-Type")?.Value ?? "",
                properties.Element("Etag") is { Value: { Length: > 0 } tag } ? new ETag(tag.Trim('"')) : null),
            withMetadata ? Metadata(blob) : null);
    }

    private static Dictionary<string, string> Metadata(XElement blob) =>
        blob.Element("Metadata")?.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value, StringComparer.OrdinalIgnoreCase) ?? new(StringComparer.OrdinalIgnoreCase);
}
