using System.Collections;
using System.Globalization;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban;

/// <summary>The values and the output of one rendering; not for use by two threads at once.</summary>
public class TemplateContext
{
    private readonly StringBuilder _output = new();
    private readonly Stack<IScriptObject> _globals = new();

    /// <summary>Whether a variable that is not there is an error; null otherwise.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether a member that is not there is null; an error otherwise. <see cref="StrictVariables"/> does not change it.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether an index beyond a list's ends gives null; an error otherwise.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether a value's lines are indented like the tag that writes it. Here they never are, so set it to false.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>The most turns that all loops of one rendering may take together; 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    public string NewLine { get; set; } = Environment.NewLine;

    internal int LoopTurns { get; set; }

    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        _globals.Push(scriptObject);
    }

    public IScriptObject PopGlobal() => _globals.Pop();

    /// <summary>Writes the result of an expression. Override it to escape: text of the template itself does not come this way.</summary>
    public virtual TemplateContext Write(SourceSpan span, object? textAsObject) => Write(ObjectToString(textAsObject));

    public TemplateContext Write(string? text)
    {
        _output.Append(text);
        return this;
    }

    public TemplateContext WriteLine() => Write(NewLine);

    /// <returns>Null for null; numbers in the invariant culture; a list as <c>[1, "two"]</c>.</returns>
    public virtual string? ObjectToString(object? value, bool nested = false) => value switch
    {
        null => nested ? "null" : null,
        string text => nested ? Quote(text) : text,
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ScriptObject => throw new NotSupportedException("An object as a whole cannot be written; name one of its members"),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => ObjectToString(item, nested: true)))}]",
        _ => value.ToString(),
    };

    /// <summary>Only null and false are false: an empty text, an empty list and 0 are true.</summary>
    public virtual bool ToBool(SourceSpan span, object? value) => value is not (null or false);

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    internal bool TryGetVariable(SourceSpan span, string name, out object? value)
    {
        foreach (var global in _globals)
        {
            if (global.TryGetValue(this, span, name, out value))
                return true;
        }

        value = null;
        return false;
    }

    internal string TakeOutput()
    {
        var text = _output.ToString();
        _output.Clear();
        LoopTurns = 0;
        return text;
    }
}
