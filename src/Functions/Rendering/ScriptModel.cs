using System.Collections;
using ReverseMentoring.Domain.Mail;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>Turns a model into what templates can read; only plain values come through.</summary>
internal static class ScriptModel
{
    /// <exception cref="ArgumentException">A value is of a type that templates have no business with.</exception>
    public static ScriptObject From(IEnumerable<KeyValuePair<string, object?>> model)
    {
        var script = new ScriptObject();
        foreach (var (name, value) in model)
        {
            script[name] = Convert(name, value);
        }

        return script;
    }

    private static object? Convert(string name, object? value) => value switch
    {
        null or string or bool or int or long or double or decimal or Link or TextWithMail => value,
        IEnumerable<KeyValuePair<string, object?>> members => From(members),
        IEnumerable<KeyValuePair<string, string>> members => From(members.Select(m => KeyValuePair.Create(m.Key, (object?)m.Value))),
        IEnumerable items => new ScriptArray(items.Cast<object?>().Select(item => Convert(name, item))),
        _ => throw new ArgumentException($"'{name}' is a {value.GetType().Name}: give templates a text ready to read.", nameof(value)),
    };
}
