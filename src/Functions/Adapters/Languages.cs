using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Adapters;

/// <summary>
/// The languages under templates/, a folder each with a language.json. What one lacks is taken, text by text, from en-GB.
/// </summary>
public sealed class Languages(string templatesFolder)
{
    private const string FileName = "language.json";

    private readonly ConcurrentDictionary<string, Language> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys =>
        [.. Directory.EnumerateDirectories(templatesFolder).Where(d => File.Exists(Path.Combine(d, FileName)))
            .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public Language Default => Of(Language.Default);

    /// <exception cref="ArgumentException">There is no such language, or its file can't be read; the message says what to do.</exception>
    public Language Of(string key) => _read.GetOrAdd(key, Read);

    private Language Read(string key)
    {
        if (!Keys.Contains(key))
        {
            throw new ArgumentException(
                $"There are no templates in the language {key}. There are: {string.Join(", ", Keys)}. Write templates/{key}/{FileName}, or "
                    + "choose one of these.",
                nameof(key));
        }

        var whole = Parse(Language.Default);
        foreach (var (name, text) in Parse(key))
        {
            whole[name] = text?.DeepClone();
        }

        try
        {
            return whole.Deserialize<Language>(DocumentJson.Options)! with { Key = key };
        }
        catch (JsonException broken)
        {
            throw new ArgumentException($"templates/{key}/{FileName} can't be read: {broken.Message}", nameof(key), broken);
        }
    }

    private JsonObject Parse(string key)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(templatesFolder, key, FileName)))?.AsObject()
                ?? throw new JsonException("The file holds null.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new ArgumentException($"templates/{key}/{FileName} can't be read: {broken.Message}", nameof(key), broken);
        }
    }
}
