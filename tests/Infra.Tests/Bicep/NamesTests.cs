namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>A part of what the compiler would do, for it cannot be had here: every name that is used is one that exists.</summary>
public class NamesTests
{
    private static readonly string[] Functions =
    [
        "bool", "empty", "endsWith", "guid", "int", "readEnvironmentVariable", "resourceGroup", "resourceId", "split", "string",
        "subscriptionResourceId", "tenant", "toLower", "union", "uniqueString",
    ];

    [Fact]
    public void Every_name_that_is_used_is_declared() => Assert.Empty(BicepFile.Everything.SelectMany(Unknown));

    [Theory]
    [InlineData("param a string\nvar b = '${a}-${c}'\n", "c")]
    [InlineData("var b = unionn({}, {})\n", "unionn")]
    [InlineData("var b = missing.outputs.id\n", "missing")]
    [InlineData("param a string[]\nvar b = [for item in a: items]\n", "items")]
    public void An_unknown_name_is_found(string text, string name) =>
        Assert.EndsWith($" {name}", Assert.Single(Unknown(BicepFile.Snippet(text))), StringComparison.Ordinal);

    private static IEnumerable<string> Unknown(BicepFile file)
    {
        var declared = file.Parameters.Concat(file.Variables).Concat(file.ModuleUses).Concat(file.Resources).Select(d => d.Name)
            .Concat(file.Root.All("for_statement").Select(loop => loop.Children[0].Text))
            .ToHashSet(StringComparer.Ordinal);
        return Used(file.Root).Where(use => use.IsFunction ? !Functions.Contains(use.Name.Text, StringComparer.Ordinal) : !declared.Contains(use.Name.Text))
            .Select(use => $"{file} line {use.Name.Line}: {use.Name.Text}");
    }

    private static IEnumerable<(Syntax Name, bool IsFunction)> Used(Syntax node)
    {
        var isDeclaration = node.Type.EndsWith("_declaration", StringComparison.Ordinal) || node.Type == "object_property" && node.Children.Count == 2;
        foreach (var (child, index) in node.Children.Select((child, index) => (child, index)))
        {
            if (child.Type is "decorators" or "type" || isDeclaration && index == 0 && child.Type == "identifier")
                continue;
            if (child.Type == "identifier")
                yield return (child, node.Type == "call_expression" && index == 0);
            foreach (var inner in Used(child))
                yield return inner;
        }
    }
}
