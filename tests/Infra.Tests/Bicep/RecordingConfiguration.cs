using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>Passes settings on and remembers which names were asked for.</summary>
internal sealed class RecordingConfiguration(IConfiguration settings) : IConfiguration
{
    public SortedSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public string? this[string key]
    {
        get
        {
            Asked.Add(key);
            return settings[key];
        }
        set => throw new NotSupportedException("Settings are only read here.");
    }

    public IEnumerable<IConfigurationSection> GetChildren() =>
        throw new NotSupportedException("Read settings by name, so that a test can see which.");

    public IChangeToken GetReloadToken() => settings.GetReloadToken();

    public IConfigurationSection GetSection(string key) =>
        throw new NotSupportedException("Read settings by name, so that a test can see which.");
}
