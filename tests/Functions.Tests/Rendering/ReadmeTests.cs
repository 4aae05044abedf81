using System.Collections;
using System.Globalization;
using System.Text;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>The tables of values in templates/README.md are made from the values that the declarations give.</summary>
public class ReadmeTests
{
    private const string Command = "MAKE_README=1 dotnet test tests/Functions.Tests --filter ReadmeTests";

    private static readonly string[] Everywhere =
        ["scheme", "cohort", "recipient", "footer", "link", "withdraw_link", "who_sees", "files_link", "mine_link"];

    [Fact]
    public void The_tables_say_what_each_template_gets()
    {
        var file = Path.Combine(Repository(), "templates", "README.md");
        var text = File.ReadAllText(file);
        var made = With(With(text, "emails", Emails()), "pages", Pages());
        if (Environment.GetEnvironmentVariable("MAKE_README") == "1")
        {
            File.WriteAllText(file, made);
            return;
        }

        Assert.True(text == made, $"templates/README.md is stale; make it again: {Command}");
    }

    private static string Emails()
    {
        var table = new StringBuilder("| Email | Its link opens | Value | Example |\n|---|---|---|---|\n");
        foreach (var name in EmailModels.Names.Order(StringComparer.Ordinal))
        {
            var form = MentoringProgramme.Declared.Emails.First(e => e.Template == name).Form?.Key;
            Append(table, $"| `{name}` | {(form is null ? "" : $"`{form}`")} ", "| | ", EmailModels.Full(name));
        }

        return table.ToString();
    }

    private static string Pages()
    {
        var table = new StringBuilder("| Page | Value | Example |\n|---|---|---|\n");
        foreach (var name in PageModels.Names.Order(StringComparer.Ordinal))
        {
            Append(table, $"| `{name}` ", "| ", PageModels.Full(name).Values);
        }

        return table.ToString();
    }

    private static void Append(StringBuilder table, string first, string others, IEnumerable<KeyValuePair<string, object?>> model)
    {
        var lines = model.Where(v => !Everywhere.Contains(v.Key)).SelectMany(v => Values(v.Key, v.Value)).ToList();
        var start = first;
        foreach (var (path, example) in lines.Count == 0 ? [("", "")] : lines)
        {
            table.Append(CultureInfo.InvariantCulture, $"{start}| {(path.Length == 0 ? "" : $"`{path}`")} | {example} |\n");
            start = others;
        }
    }

    private static IEnumerable<(string Path, string Example)> Values(string path, object? value) => value switch
    {
        null => [(path, "none")],
        string text => [(path, Short(text.ReplaceLineEndings(" / ")))],
        bool => [(path, "yes or no")],
        Link link => [(path, link.ToString())],
        IEnumerable<KeyValuePair<string, object?>> members => members.SelectMany(m => Values($"{path}.{m.Key}", m.Value)),
        IEnumerable items => items.Cast<object?>().Take(1).SelectMany(i => Values($"{path}[]", i)),
        _ => [(path, Convert.ToString(value, CultureInfo.InvariantCulture)!)],
    };

    private static string Short(string text) => text.Length <= 70 ? text : $"{text[..text.LastIndexOf(' ', 70)]}…";

    private static string With(string text, string name, string table)
    {
        var (begin, end) = ($"<!-- made: {name} -->\n", $"<!-- end: {name} -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        return text[..from] + table + text[to..];
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReverseMentoring.Serverless.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This test runs from the repository.");
        }

        return folder.FullName;
    }
}
