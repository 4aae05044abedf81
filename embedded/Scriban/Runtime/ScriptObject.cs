using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Values by name. A name is found as it is written: nothing is renamed and nothing is imported by reflection.</summary>
// The official name; callers must compile against both.
#pragma warning disable CA1710
public class ScriptObject : IScriptObject, IEnumerable<KeyValuePair<string, object?>>
#pragma warning restore CA1710
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    public virtual object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    public IEnumerable<string> GetMembers() => _values.Keys;

    public virtual bool Contains(string member) => _values.ContainsKey(member);

    public bool ContainsKey(string key) => Contains(key);

    public void Add(string key, object? value) => _values.Add(key, value);

    public virtual bool Remove(string member) => _values.Remove(member);

    /// <param name="readOnly">Accepted for the official signature; templates cannot assign here.</param>
    public void SetValue(string member, object? value, bool readOnly) => _values[member] = value;

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value) =>
        _values.TryGetValue(member, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
