using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>Options of the clients, among them those of the pipeline: retries, transport, diagnostics.</summary>
public class BlobClientOptions(BlobClientOptions.ServiceVersion version = BlobClientOptions.ServiceVersion.V2025_11_05) : ClientOptions
{
    /// <summary>The version of the REST API that is spoken.</summary>
    public enum ServiceVersion
    {
#pragma warning disable CA1707 // the official member's name
        V2025_11_05 = 28,
#pragma warning restore CA1707
    }

    public ServiceVersion Version { get; } = version;

    internal string ApiVersion => Version switch
    {
        ServiceVersion.V2025_11_05 => "2025-11-05",
        _ => throw new InvalidOperationException($"Version {Version} of the REST API is not spoken here."),
    };
}
