using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>What .editorconfig cannot say of the source: how wide, how long.</summary>
public class StyleTests
{
    private const int MostColumns = 140;
    private const int MostLines = 200;
    private const int MostLinesOfAMethod = 60;

    [Fact]
    public void No_line_is_wider_than_140_columns() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from line in Repository.Read(file).Split('\n').Select((text, i) => (Text: text, Number: i + 1))
            where line.Text.Length > MostColumns
            select $"{file}:{line.Number}");

    [Fact]
    public void A_file_over_200_lines_says_why()
    {
        var silent =
            from file in Repository.SourceFiles
            let lines = Repository.Read(file).Split('\n')
            where lines.Length - 1 > MostLines
                && !lines.Take(40).Any(l => l.StartsWith("// Over 200 lines because ", StringComparison.Ordinal))
            select $"{file} has {lines.Length - 1} lines";
        Assert.Empty(silent);
    }

    [Fact]
    public void A_method_has_60_lines_at_most_or_says_why() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from method in Methods(Repository.Read(file))
            where LinesOf(method) > MostLinesOfAMethod && !SaysWhy(method)
            select $"{file}:{method.GetLocation().GetLineSpan().StartLinePosition.Line + 1} has {LinesOf(method)} lines");

    [Theory]
    [InlineData(60, "", true)]
    [InlineData(61, "", false)]
    [InlineData(61, "// Long because it is one table.", true)]
    public void A_long_method_without_a_reason_is_found(int lines, string reason, bool passes)
    {
        var body = string.Concat(Enumerable.Repeat("x++;\n", lines - 4));
        var method = Assert.Single(Methods($"class C\n{{\n{reason}\nvoid M()\n{{\nint x = 0;\n{body}}}\n}}\n"));
        Assert.Equal(passes, LinesOf(method) <= MostLinesOfAMethod || SaysWhy(method));
    }

    private static IEnumerable<SyntaxNode> Methods(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes()
            .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);

    /// <summary>From its signature to its end; attributes do not count.</summary>
    private static int LinesOf(SyntaxNode method)
    {
        var attributes = method is BaseMethodDeclarationSyntax { AttributeLists: { Count: > 0 } lists } ? lists.Span.End : method.SpanStart;
        var lines = method.SyntaxTree.GetText().Lines;
        var first = lines.GetLineFromPosition(attributes).LineNumber + (attributes == method.SpanStart ? 0 : 1);
        return lines.GetLineFromPosition(method.Span.End).LineNumber - first + 1;
    }

    private static bool SaysWhy(SyntaxNode method) =>
        method.GetLeadingTrivia().Any(t => t.ToString().StartsWith("// Long because ", StringComparison.Ordinal));
}
