using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>A parsed Bicep file.</summary>
internal sealed class BicepFile
{
    private static readonly Lazy<IReadOnlyList<BicepFile>> Parsed = new(() => Parse(
        Directory.EnumerateFiles(Repository.Path("infra/bicep"), "*.bicep*", SearchOption.AllDirectories).Order(StringComparer.Ordinal), input: null));

    private BicepFile(string path, IReadOnlyList<SyntaxProblem> problems, Syntax root) => (Path, Problems, Root) = (path, problems, root);

    public static IReadOnlyList<BicepFile> Everything => Parsed.Value;

    public static IEnumerable<BicepFile> Templates => Everything.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal));

    public static BicepFile Main => Everything.Single(file => file.Name == "main.bicep");

    public static IEnumerable<BicepFile> Modules => Templates.Where(file => file != Main);

    public static BicepFile Module(string name) => Templates.Single(file => file.Name == $"modules/{name}.bicep");

    /// <summary>A file that exists only in a test.</summary>
    public static BicepFile Snippet(string text) => Parse(["-"], text)[0];

    public string Path { get; }

    public string Name => System.IO.Path.GetRelativePath(Repository.Path("infra/bicep"), Path).Replace('\\', '/');

    public IReadOnlyList<SyntaxProblem> Problems { get; }

    public Syntax Root { get; }

    public IEnumerable<Declared> Parameters => Declarations("parameter_declaration");

    public IEnumerable<Declared> Variables => Declarations("variable_declaration");

    public IEnumerable<Declared> Outputs => Declarations("output_declaration");

    public IEnumerable<Declared> ModuleUses => Declarations("module_declaration");

    /// <summary>With those declared inside others.</summary>
    public IEnumerable<Declared> Resources => Root.All("resource_declaration").Select(node => Declare(node, []));

    public override string ToString() => Name;

    private IEnumerable<Declared> Declarations(string type)
    {
        var decorators = new List<Syntax>();
        foreach (var node in Root.Children)
        {
            if (node.Type == "decorators")
            {
                decorators.Add(node);
                continue;
            }

            if (node.Type == type)
                yield return Declare(node, [.. decorators]);
            if (node.Type != "comment")
                decorators.Clear();
        }
    }

    private static Declared Declare(Syntax node, IReadOnlyList<Syntax> decorators) => new(
        node.Children[0].Text, node.Children.Count > 1 && node.Children[1].Type == "string" ? Syntax.Unquote(node.Children[1].Text) : "", node, decorators);

    private static List<BicepFile> Parse(IEnumerable<string> paths, string? input)
    {
        if (!Directory.Exists(Repository.Path("tests/node/node_modules/tree-sitter-bicep")))
            throw new InvalidOperationException("The Bicep grammar is not installed. Run tests/node/install.sh, or ./test, which does.");
        var json = Programs.Run("node", [Repository.Path("tests/node/parse-bicep.mjs"), .. paths], input);
        return [.. JsonSerializer.Deserialize<List<Answer>>(json, JsonSerializerOptions.Web)!.Select(a => new BicepFile(a.Path, a.Problems, a.Tree))];
    }

    private sealed record Answer(string Path, IReadOnlyList<SyntaxProblem> Problems, Syntax Tree);
}
