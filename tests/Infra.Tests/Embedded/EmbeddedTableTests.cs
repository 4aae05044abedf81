using System.Xml.Linq;

namespace ReverseMentoring.Infra.Tests.Embedded;

/// <summary>src/ is written against the official packages. What embedded/ declares in their place is listed, and src/ uses only what is listed.</summary>
public class EmbeddedTableTests
{
    private static readonly EmbeddedTable Table = EmbeddedTable.Read();

    [Fact]
    public void The_tables_list_every_type_that_is_declared_and_no_other()
    {
        var missing = Declarations.Types.Where(type => !Table.Lists(Declarations.NameOf(type))).Select(Declarations.RowOf).ToList();
        Assert.True(missing.Count == 0, $"Add to embedded/README.md, with the package and its version:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
        Assert.Empty(Table.Rows.Select(row => row.Type).Except(Declarations.Types.Select(Declarations.NameOf), StringComparer.Ordinal));
    }

    [Fact]
    public void The_tables_list_every_member_that_is_declared_and_no_other() =>
        Assert.Empty(
            from type in Declarations.Types
            let name = Declarations.NameOf(type)
            where Table.Lists(name)
            let listed = Table.Rows.Single(row => row.Type == name).Members
            let declared = Declarations.MembersOf(type)
            from wrong in declared.Except(listed).Select(member => $"{name}.{member} is declared and not listed")
                .Concat(listed.Except(declared).Select(member => $"{name}.{member} is listed and not declared"))
            select wrong);

    [Fact]
    public void The_versions_are_those_the_Azure_build_takes()
    {
        var pinned = XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value, StringComparer.Ordinal);
        var mirrored = Table.Rows.Select(row => row.Mirrors.Split(' ')).ToList();
        Assert.All(mirrored, words => Assert.Equal(2, words.Length));
        var known = mirrored.Where(words => pinned.ContainsKey(words[0])).ToList();
        Assert.True(known.Count > 20);
        Assert.All(known, words => Assert.Equal(pinned[words[0]], words[1]));
    }

    [Theory]
    [InlineData("ReverseMentoring.Functions.dll")]
    [InlineData("ReverseMentoring.Rehearsal.dll")]
    public void The_source_uses_only_what_is_listed(string assembly) => Assert.Empty(Unlisted(assembly, Table));

    [Fact]
    public void It_would_be_seen_if_it_used_more()
    {
        var used = UsedMembers.Of("ReverseMentoring.Functions.dll", IsEmbedded);
        Assert.True(used.Count > 60);
        Assert.Equal(["Microsoft.DurableTask.TaskOrchestrationContext.CallActivityAsync"],
            Unlisted("ReverseMentoring.Functions.dll", Table.Without("Microsoft.DurableTask.TaskOrchestrationContext", "CallActivityAsync")));
        Assert.Equal(["Microsoft.Azure.Functions.Worker.HttpTriggerAttribute.Route"],
            Unlisted("ReverseMentoring.Functions.dll", Table.Without("Microsoft.Azure.Functions.Worker.HttpTriggerAttribute", "Route")));
        Assert.Contains("Scriban.Template", Unlisted("ReverseMentoring.Functions.dll", Table.Without("Scriban.Template")));
        Assert.Contains("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder",
            Unlisted("ReverseMentoring.Functions.dll", Table.Without("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication", "CreateBuilder")));
    }

    private static IEnumerable<string> Unlisted(string assembly, EmbeddedTable table) =>
        from use in UsedMembers.Of(assembly, IsEmbedded)
        where use.Member is null ? !table.Lists(use.Type) : !Declarations.IsMade(use.Member) && !table.Lists(use.Type, use.Member)
        select use.Member is null ? use.Type : $"{use.Type}.{use.Member}";

    /// <remarks>The host is in both builds; only what it offers under an official name is not.</remarks>
    private static bool IsEmbedded(string assembly, string space) =>
        assembly.StartsWith("Embedded.", StringComparison.Ordinal)
        || assembly == "ReverseMentoring.LocalHost" && space.StartsWith("Microsoft.", StringComparison.Ordinal);
}
