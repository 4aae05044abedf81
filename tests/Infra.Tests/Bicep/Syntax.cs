namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>A node of a Bicep file's syntax tree, as tree-sitter-bicep names it.</summary>
/// <param name="Line">The first line is 1.</param>
internal sealed record Syntax(string Type, int Line, string Text, IReadOnlyList<Syntax> Children)
{
    public IEnumerable<Syntax> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public IEnumerable<Syntax> All(string type) => All().Where(node => node.Type == type);

    /// <summary>The object behind conditions and loops.</summary>
    public Syntax? Body => Type == "object" ? this : Type is "if_statement" or "for_statement" ? Children[^1].Body : Children.Select(child => child.Body).LastOrDefault(body => body is not null);

    /// <summary>Of an object: its properties by name, without quotes.</summary>
    public IEnumerable<(string Name, Syntax Value)> Properties() =>
        from property in Children
        where property.Type == "object_property" && property.Children.Count == 2
        select (Unquote(property.Children[0].Text), property.Children[1]);

    /// <summary>The value at a path such as properties.siteConfig.ftpsState, or null.</summary>
    public Syntax? At(string path) =>
        path.Split('.').Aggregate((Syntax?)this, (node, name) => node?.Body?.Properties().FirstOrDefault(property => property.Name == name).Value);

    public static string Unquote(string text) => text.Trim('\'');
}

/// <summary>What could not be parsed.</summary>
internal sealed record SyntaxProblem(int Line, int Column, string Text);

/// <summary>A resource, module, parameter, variable or output.</summary>
/// <param name="Target">Of a resource its type, of a module its file.</param>
internal sealed record Declared(string Name, string Target, Syntax Node, IReadOnlyList<Syntax> Decorators)
{
    /// <summary>Of a resource: without the version.</summary>
    public string ResourceType => Target.Split('@')[0];

    public bool IsExisting => Node.Text.Split('{')[0].Contains(" existing ", StringComparison.Ordinal);

    public bool HasDefault => Node.Children.Count > 2;

    public string? Decorator(string name) => Decorators.SelectMany(d => d.All("call_expression"))
        .FirstOrDefault(call => call.Children[0].Text == name)?.Children[1].Text;
}
