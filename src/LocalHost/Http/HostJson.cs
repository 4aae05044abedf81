using System.Text.Json;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>The part of host.json this host follows.</summary>
internal static class HostJson
{
    /// <summary>What comes before every route: as host.json says, or "api", the Functions host's default.</summary>
    public static string RoutePrefix(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
            return "api";
        using var json = JsonDocument.Parse(
            File.ReadAllText(path), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return json.RootElement.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix)
            ? prefix.GetString() ?? "api"
            : "api";
    }
}
