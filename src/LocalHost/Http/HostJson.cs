using System.Text.Json;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>The part of host.json this host follows.</summary>
internal static class HostJson
{
    /// <summary>What comes before every route: as host.json says, or "api", the Functions host's default.</summary>
    public static string RoutePrefix(string folder) => Text(folder, "http", "routePrefix") ?? "api";

    /// <summary>The version of orchestrations that are started without one: as host.json says, or none.</summary>
    public static string DefaultVersion(string folder) => Text(folder, "durableTask", "defaultVersion") ?? string.Empty;

    private static string? Text(string folder, string extension, string name)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var json = JsonDocument.Parse(
            File.ReadAllText(path), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return json.RootElement.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty(extension, out var settings)
            && settings.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
    }
}
