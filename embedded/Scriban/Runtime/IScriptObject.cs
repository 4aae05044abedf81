using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Something with members that a template can name.</summary>
public interface IScriptObject
{
    int Count { get; }

    IEnumerable<string> GetMembers();

    bool Contains(string member);

    bool TryGetValue(TemplateContext context, SourceSpan span, string member, out object? value);
}
