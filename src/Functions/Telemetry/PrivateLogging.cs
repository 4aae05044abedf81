using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Keeps the addresses of requests out of the log: one can hold the token of an emailed link.</summary>
public static class PrivateLogging
{
    /// <remarks>The local host does as much by itself. The Functions worker does not, and sends what it logs to the host.</remarks>
    public static ILoggingBuilder KeepLinksOut(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        // Its errors name the address too.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
