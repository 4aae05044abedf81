using Scriban;
using Scriban.Syntax;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>A parsed template that knows where it came from, and tells it without telling anyone's data.</summary>
internal sealed class TemplateFile
{
    private readonly string _name;
    private readonly string _text;
    private readonly Template _template;

    /// <exception cref="ArgumentException">The template is faulty; the message says where.</exception>
    public TemplateFile(string name, string text)
    {
        _name = name;
        _text = text;
        _template = Template.Parse(text, name);
        if (_template.HasErrors)
            throw new ArgumentException("The template has errors. " + string.Join("; ", _template.Messages), nameof(text));
    }

    /// <exception cref="ArgumentException">The model lacks a value or has an unfit one. The message quotes the template, never a value.</exception>
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
            var code = _text.Substring(place.Offset, Math.Min(failure.Span.Length, _text.Length - place.Offset));
#pragma warning disable MA0054
            throw new ArgumentException($"{_name}({place.ToStringSimple()}): the model has no value, or none that fits, for '{code}'.", nameof(context));
#pragma warning restore MA0054
        }
    }
}
