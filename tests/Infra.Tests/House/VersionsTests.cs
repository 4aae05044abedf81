using System.Xml.Linq;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>Versions of packages are in one file, and each is there for somebody.</summary>
public class VersionsTests
{
    [Fact]
    public void Every_version_is_of_a_package_that_a_project_takes_or_says_why_it_is_pinned()
    {
        var taken = References().Select(reference => reference.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(taken.Count > 20);
        Assert.Empty(
            from version in XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion")
            let name = version.Attribute("Include")!.Value
            where !taken.Contains(name) && version.PreviousNode is not XComment
            select name);
    }

    [Fact]
    public void No_project_file_has_a_version_of_its_own() =>
        Assert.All(References(), reference => Assert.True(
            reference.Attribute("Version") is null
                && reference.Attribute("VersionOverride") is null
                && !reference.Elements().Any(), reference.ToString()));

    [Fact]
    public void Each_version_is_named_once_and_exactly()
    {
        var versions = XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.Equal(
            versions.Select(v => v.Attribute("Include")!.Value).Distinct(StringComparer.OrdinalIgnoreCase),
            versions.Select(v => v.Attribute("Include")!.Value));
        Assert.All(versions, v => Assert.True(Version.TryParse(v.Attribute("Version")!.Value, out _), v.ToString()));
    }

    private static IEnumerable<XElement> References() =>
        Repository.ProjectFiles.Where(file => file != "Directory.Packages.props")
            .SelectMany(file => XDocument.Load(Repository.Path(file)).Descendants("PackageReference"));
}
