namespace ReverseMentoring.Infra.Tests.Bicep;

public class SyntaxTests
{
    [Fact]
    public void Every_file_parses()
    {
        Assert.True(BicepFile.Everything.Count > 8);
        Assert.Empty(BicepFile.Everything.SelectMany(file => file.Problems.Select(problem => $"{file} line {problem.Line}: {problem.Text}")));
    }

    [Theory]
    [InlineData("param name string\nresource x 'A.B/c@2025-01-01' = {\n  name: name\n", 1)]
    [InlineData("param name string\nvar x = {\n  a: '1\n}\n", 2)]
    [InlineData("module m 'x.bicep' = {\n  name: 'm'\n  params: { a: }\n}\n", 3)]
    public void A_broken_file_does_not_and_says_where(string text, int line) =>
        Assert.Contains(BicepFile.Snippet(text).Problems, problem => problem.Line >= line);
}
