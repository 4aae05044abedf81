using System.Text.Json;

namespace ReverseMentoring.LocalHost;

/// <summary>The "Values" of local.settings.json, beside the app or in the working folder, as the Functions tools read them.</summary>
internal static class LocalSettings
{
    public static Dictionary<string, string?> Values(string appFolder)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in new[] { appFolder, Directory.GetCurrentDirectory() })
        {
            var path = Path.Combine(folder, "local.settings.json");
            if (File.Exists(path))
            {
                Read(path, values);
            }
        }
        return values;
    }

    private static void Read(string path, Dictionary<string, string?> values)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(path), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        if (!json.RootElement.TryGetProperty("Values", out var entries))
        {
            return;
        }

        // Settings arrive as environment variables in Azure, where a double underscore stands for the colon.
        foreach (var entry in entries.EnumerateObject())
        {
            values[entry.Name.Replace("__", ":", StringComparison.Ordinal)] = entry.Value.ToString();
        }
    }
}
