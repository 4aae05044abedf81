using System.Text.Json;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Adapters;

/// <summary>The presets under a schemes/ folder, one folder each with a scheme.json.</summary>
public sealed class SchemeFolder : ISchemeLibrary
{
    private readonly Dictionary<string, Scheme> _schemes;

    /// <param name="countries">Those whose public holidays are known.</param>
    /// <exception cref="InvalidOperationException">A scheme.json cannot be read; the message names the file.</exception>
    public SchemeFolder(string folder, Languages languages, IReadOnlyCollection<string> countries, LookSheet look)
    {
        _schemes = Directory.EnumerateFiles(folder, "scheme.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => ReadScheme(file, languages, countries, look))
            .ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Ids => [.. _schemes.Keys.Order(StringComparer.Ordinal)];

    public Scheme? Find(string id) => _schemes.GetValueOrDefault(id);

    private static Scheme ReadScheme(string file, Languages languages, IReadOnlyCollection<string> countries, LookSheet look)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var scheme = JsonSerializer.Deserialize<Scheme>(stream, DocumentJson.Options)
                ?? throw new JsonException("The file holds null.");
            return scheme.Matching.Problems()
                .Concat(scheme.Timetable.Problems())
                .Concat(scheme.QuietHours.Problems())
                .Concat(scheme.EmailsAMonth is >= 1 and <= 31 ? [] : ["emailsAMonth must be from 1 to 31."])
                .Concat(Unknown(scheme.Country, countries))
                .Concat(scheme.Resources.Where(r => r.Url.Length > 0 && !IsOnTheWeb(r.Url))
                    .Select(r => $"resources: {r.Name} must have an address that begins with https://, or none."))
                .Concat(scheme.Face?.Problems(look.Light, look.Dark) ?? [])
                .FirstOrDefault() is { } problem
                ? throw new JsonException(problem)
                : scheme with { Words = languages.Of(scheme.Language) };
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"The scheme in {Path.Combine(Path.GetFileName(Path.GetDirectoryName(file))!, "scheme.json")} can't be read: "
                    + $"{broken.Message}",
                    broken);
        }
    }

    private static bool IsOnTheWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static IEnumerable<string> Unknown(string? country, IReadOnlyCollection<string> countries) =>
        country is null || countries.Contains(country)
            ? []
            : [$"country must be one whose public holidays are known ({string.Join(", ", countries)}), not {country}."];
}
