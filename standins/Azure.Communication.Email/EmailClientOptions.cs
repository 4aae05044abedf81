using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Options of an <see cref="EmailClient"/>, among them those of the pipeline: retries, transport, diagnostics.</summary>
public class EmailClientOptions(EmailClientOptions.ServiceVersion version = EmailClientOptions.ServiceVersion.V2023_03_31) : ClientOptions
{
    /// <summary>The version of the REST API that is spoken.</summary>
    public enum ServiceVersion
    {
#pragma warning disable CA1707 // the official member's name
        V2023_03_31 = 3,
#pragma warning restore CA1707
    }

    internal string ApiVersion { get; } = version switch
    {
        ServiceVersion.V2023_03_31 => "2023-03-31",
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "This version of the REST API is not spoken here."),
    };
}
