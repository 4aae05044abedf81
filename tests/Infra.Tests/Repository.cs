using System.Reflection;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests;

/// <summary>Where the repository's files are, seen from the tests' output folder, and what the tests were built with.</summary>
internal static partial class Repository
{
    private static readonly Lazy<IReadOnlyList<string>> Tracked = new(() =>
        [.. Programs.Run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => File.Exists(Path(file))).Order(StringComparer.Ordinal)]);

    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, as these tests are.</summary>
    public static string Configuration { get; } = BuiltWith("Configuration");

    /// <summary>"true" where the official packages took the place of standins/.</summary>
    public static string FullFeed { get; } = BuiltWith("FullFeed");

    /// <summary>Every file that git keeps, or would keep if it were added; names relative to the root.</summary>
    public static IReadOnlyList<string> Files => Tracked.Value;

    public static IEnumerable<string> SourceFiles => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> ProjectFiles =>
        Files.Where(file => System.IO.Path.GetExtension(file) is ".csproj" or ".props" or ".targets");

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Where a project's build has put its output.</summary>
    public static string Output(string project) => Path($"{project}/bin/{Configuration}/net10.0");

    /// <summary>What the project file says about itself at build, by name.</summary>
    public static string BuiltWith(string name) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value ?? "";

    /// <summary>A table in Markdown: the cells of each line, without the two of its head.</summary>
    public static IEnumerable<string[]> Rows(string relative) =>
        from line in File.ReadLines(Path(relative))
        where line.StartsWith('|') && !RowOfDashes().IsMatch(line)
        select line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ReverseMentoring.Serverless.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"^[|\s:-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowOfDashes();
}
