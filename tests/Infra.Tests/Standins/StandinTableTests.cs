using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azure.Communication.Email;

namespace ReverseMentoring.Infra.Tests.Standins;

/// <summary>The table of standins/README.md was compared with the official package; here it is compared with what is declared.</summary>
public sealed partial class StandinTableTests
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Fact]
    public void The_table_lists_every_member_that_is_declared_and_no_other()
    {
        var listed = Repository.Rows("standins/README.md")
            .Where(cells => cells[0].StartsWith('`')).Select(cells => $"{cells[0].Trim('`')} | {cells[1].Trim('`')}");
        Assert.Equal(Declared().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_version_that_is_mirrored_is_the_one_that_FullFeed_takes()
    {
        var pinned = XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(e => e.Attribute("Include")!.Value == "Azure.Communication.Email").Attribute("Version")!.Value;
        Assert.Contains($"Azure.Communication.Email {pinned}", Repository.Read("standins/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_app_is_built_against_the_stand_in_here() =>
        Assert.Equal("Standin.Azure.Communication.Email", typeof(EmailClient).Assembly.GetName().Name);

    /// <summary>A type of ours in an official namespace would hide the official one from whoever takes the package.</summary>
    [Fact]
    public void No_other_official_namespace_is_declared() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from declared in Namespace().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)
            where Official().IsMatch(declared)
            where !(file.StartsWith("standins/Azure.Communication.Email/", StringComparison.Ordinal)
                && (declared == "Azure.Communication.Email" || declared.StartsWith("Azure.Communication.Email.", StringComparison.Ordinal)))
            select $"{file}: {declared}");

    [Theory]
    [InlineData("namespace Microsoft.DurableTask;", true)]
    [InlineData("namespace Azure\n{", true)]
    [InlineData("    namespace Scriban.Syntax {", true)]
    [InlineData("namespace ReverseMentoring.Functions.Adapters.Azure;", false)]
    public void An_official_namespace_is_told_apart(string code, bool official) =>
        Assert.Equal(official, Namespace().Matches(code).Any(match => Official().IsMatch(match.Groups["name"].Value)));

    private static IEnumerable<string> Declared() =>
        from type in typeof(EmailClient).Assembly.GetExportedTypes()
        from member in type.GetMembers(Own)
        let text = Text(member)
        where text is not null
        select $"{Name(type)} | {text}";

    private static string? Text(MemberInfo member) => member switch
    {
        ConstructorInfo made when IsOpen(made) => $"{made.DeclaringType!.Name}({Parameters(made)})",
        MethodInfo method when IsOpen(method) && !method.IsSpecialName => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property when IsOpen(property.GetMethod!) =>
            $"{Name(property.PropertyType)} {property.Name} {(property.SetMethod is { IsPublic: true } ? "{ get; set; }" : "{ get; }")}",
        FieldInfo { IsLiteral: true, IsPublic: true } constant =>
            $"{constant.Name} = {Convert.ToInt32(constant.GetRawConstantValue(), null)}",
        _ => null,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Name(Type type) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Nullable<>) => $"{Name(type.GetGenericArguments()[0])}?",
        { IsGenericType: true } =>
            $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}"
            + $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        { IsNested: true } => $"{Name(type.DeclaringType!)}.{type.Name}",
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ => type.Name,
    };

    [GeneratedRegex(
        @"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(Azure|Microsoft|Scriban|DurableTask|OpenTelemetry|MailKit|MimeKit|System)(\.|$)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Official();
}
