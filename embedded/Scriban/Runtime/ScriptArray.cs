using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>A list that a template can loop over, index and ask for its <c>size</c>.</summary>
// The official name; callers must compile against both.
#pragma warning disable CA1710
public class ScriptArray : IScriptObject, IList<object?>
#pragma warning restore CA1710
{
    private readonly List<object?> _items = [];

    public ScriptArray()
    {
    }

    public ScriptArray(IEnumerable<object?> values) => _items.AddRange(values);

    public int Count => _items.Count;

    public virtual bool IsReadOnly => false;

    public virtual object? this[int index]
    {
        get => index >= 0 && index < _items.Count ? _items[index] : null;
        set => _items[index] = value;
    }

    public virtual void Add(object? item) => _items.Add(item);

    public virtual void Clear() => _items.Clear();

    public virtual bool Contains(object? item) => _items.Contains(item);

    public virtual void CopyTo(object?[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public virtual int IndexOf(object? item) => _items.IndexOf(item);

    public virtual void Insert(int index, object? item) => _items.Insert(index, item);

    public virtual bool Remove(object? item) => _items.Remove(item);

    public virtual void RemoveAt(int index) => _items.RemoveAt(index);

    public IEnumerable<string> GetMembers() => ["size"];

    public virtual bool Contains(string member) => false;

    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value)
    {
        value = string.Equals(member, "size", StringComparison.Ordinal) ? Count : null;
        return value is not null;
    }

    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
