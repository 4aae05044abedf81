using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>Silences the framework's loggers that write request paths: a path can hold the token of an emailed link.</summary>
internal static class PrivateLogging
{
    // Hosting.Diagnostics also puts the path into the scope of every other line, unless it is silent altogether.
    private static readonly string[] PathLoggers =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
        "Microsoft.AspNetCore.Http.Result",
        "Microsoft.AspNetCore.Mvc",
    ];

    /// <remarks>Added last and without exception, so that no setting can undo it.</remarks>
    public static void Apply(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(filters =>
    {
        for (var i = filters.Rules.Count - 1; i >= 0; i--)
        {
            if (Array.Exists(PathLoggers, name => filters.Rules[i].CategoryName?.StartsWith(name, StringComparison.Ordinal) == true))
            {
                filters.Rules.RemoveAt(i);
            }
        }
        foreach (var name in PathLoggers)
        {
            filters.Rules.Add(new(providerName: null, name, LogLevel.None, filter: null));
        }
    });
}
