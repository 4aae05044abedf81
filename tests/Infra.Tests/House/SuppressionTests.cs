using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>Whoever silences an analyzer says why, in the place where it is done.</summary>
public partial class SuppressionTests
{
    [Theory]
    [InlineData(".editorconfig")]
    [InlineData("src/Functions/.globalconfig")]
    public void A_rule_that_is_off_says_why_above_it(string file) => Assert.Empty(WithoutReason(File.ReadAllLines(Repository.Path(file))));

    [Fact]
    public void A_rule_that_is_off_in_a_source_file_says_why_on_its_line() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from line in File.ReadLines(Repository.Path(file))
            where Pragma().IsMatch(line) && !PragmaWithReason().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void An_attribute_that_suppresses_says_why() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            let code = Repository.Read(file)
            from attribute in Attribute().Matches(code).Select(match => match.Value)
            where !attribute.Contains("Justification = \"", StringComparison.Ordinal)
            select $"{file}: {attribute}");

    [Fact]
    public void A_property_that_silences_says_why_above_it() =>
        Assert.Empty(
            from file in Repository.ProjectFiles
            from property in XDocument.Load(Repository.Path(file)).Descendants()
            where property.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" or "MSBuildWarningsAsMessages"
                || property.Name.LocalName == "TreatWarningsAsErrors" && property.Value != "true"
            where Before(property) is not XComment
            select $"{file}: {property}");

    [Theory]
    [InlineData("dotnet_diagnostic.CA2007.severity = none", true)]
    [InlineData("# No context here.\ndotnet_diagnostic.CA2007.severity = none\ndotnet_diagnostic.MA0004.severity = none", false)]
    [InlineData("# No context here.\ndotnet_diagnostic.CA2007.severity = none\n\ndotnet_diagnostic.MA0004.severity = none", true)]
    [InlineData(
        "# No context here.\ndotnet_diagnostic.CA2007.severity = none\ndotnet_diagnostic.MA0004.severity = "
            + "none\ndotnet_diagnostic.CA1707.severity = none", true)]
    [InlineData("dotnet_diagnostic.CA2007.severity = error", false)]
    public void A_rule_without_a_reason_is_told_apart(string config, bool found) =>
        Assert.Equal(found, WithoutReason(config.Split('\n')).Any());

    [Theory]
    [InlineData("#pragma warning disable CA2100", false)]
    [InlineData("#pragma warning disable CA2100, MA0042 // Texts are constants.", true)]
    public void A_pragma_without_a_reason_is_told_apart(string line, bool hasReason) =>
        Assert.Equal(hasReason, PragmaWithReason().IsMatch(line));

    /// <summary>One reason may stand over two rules that follow each other, since analyzers of two vendors often say the same.</summary>
    private static IEnumerable<string> WithoutReason(string[] lines)
    {
        var covered = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                covered = 2;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                covered = 0;
            }
            else if (Off().IsMatch(line) && covered-- <= 0)
            {
                yield return line;
            }
        }
    }

    private static XNode? Before(XElement element)
    {
        var node = element.PreviousNode;
        while (node is XText text && string.IsNullOrWhiteSpace(text.Value))
        {
            node = node.PreviousNode;
        }

        return node;
    }

    [GeneratedRegex(
        @"^dotnet_(diagnostic|banned_api)\S+ = (none|silent|suggestion|true)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Off();

    [GeneratedRegex(@"^\s*#pragma warning disable", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pragma();

    [GeneratedRegex(@"#pragma warning disable [\w, ]+ // \S.{9,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PragmaWithReason();

    [GeneratedRegex(
        @"^\s*\[(assembly: )?(\w+\.)*SuppressMessage\([^\]]*\]",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
