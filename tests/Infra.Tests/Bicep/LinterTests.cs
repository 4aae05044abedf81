using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Bicep;

public class LinterTests
{
    [Fact]
    public void Every_rule_is_an_error_and_one_that_is_off_says_why()
    {
        var lines = File.ReadAllLines(Repository.Path("infra/bicepconfig.json"));
        using var config = JsonDocument.Parse(
            string.Join('\n', lines), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var rules = config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToList();
        Assert.True(rules.Count > 25);
        foreach (var rule in rules.Where(rule => rule.Value.GetProperty("level").GetString() != "error"))
        {
            var line = Array.FindIndex(lines, text => text.Contains($"\"{rule.Name}\"", StringComparison.Ordinal));
            Assert.StartsWith("//", lines[line - 1].Trim(), StringComparison.Ordinal);
        }
    }
}
