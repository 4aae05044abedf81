using Scriban;
using Scriban.Syntax;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>A parsed template that knows where it came from, and tells it without telling anyone's data.</summary>
internal sealed class TemplateFile
{
    private readonly string _text;
    private readonly Template _template;

    /// <exception cref="ArgumentException">The template is faulty; the message says where.</exception>
    public TemplateFile(string name, string text)
    {
        Name = name;
        _text = text;
        _template = Template.Parse(text, name);
        if (_template.HasErrors)
        {
            throw new ArgumentException("The template has errors. " + string.Join("; ", _template.Messages), nameof(text));
        }
    }

    /// <summary>The text where it is the same for every model; null where it holds any code.</summary>
    public string? Plain => _text.Contains("{{", StringComparison.Ordinal) ? null : _text;

    /// <summary>Its path below the templates folder.</summary>
    public string Name { get; }

    /// <exception cref="ArgumentException">The model lacks a value or has an unfit one. The message never quotes a value.</exception>
    public string Render(EscapingContext context)
    {
        try
        {
            return _template.Render(context);
        }
        // The cause may quote a value, so it is not passed on.
        catch (ScriptRuntimeException failure)
        {
            var place = failure.Span.Start;
            var start = Math.Clamp(place.Offset, 0, _text.Length);
            var code = _text.Substring(start, Math.Clamp(failure.Span.Length, 0, _text.Length - start));
#pragma warning disable MA0054 // The inner exception may quote a value.
            throw new ArgumentException(
                $"{Name}({place.ToStringSimple()}): the model has no value, or none that fits, for '{code}'.", nameof(context));
#pragma warning restore MA0054
        }
    }
}
