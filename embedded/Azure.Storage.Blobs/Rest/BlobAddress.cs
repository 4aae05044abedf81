namespace Azure.Storage.Blobs.Rest;

internal static class BlobAddress
{
    /// <summary>A slash in the name stays one; everything else that means something in an address is escaped.</summary>
    public static Uri Of(Uri container, string blobName) =>
        new($"{container.AbsoluteUri.TrimEnd('/')}/{string.Join('/', blobName.Trim('/').Split('/').Select(Uri.EscapeDataString))}");
}
