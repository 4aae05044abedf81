using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReverseMentoring.Functions.Tests.OpenApi;

/// <summary>What the docstrings of our assemblies say of types and their properties.</summary>
internal static partial class Docstrings
{
    private static readonly Dictionary<string, XElement> Members = new[] { "Domain", "Functions" }
        .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"ReverseMentoring.{name}.xml")).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string? Of(Type type) => Text(Member($"T:{Name(type)}")?.Element("summary"));

    public static string? Of(PropertyInfo property) =>
        Text(Member($"P:{Name(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
        ?? Text(Member($"T:{Name(property.DeclaringType!)}")?.Elements("param")
            .FirstOrDefault(p => p.Attribute("name")?.Value == property.Name));

    /// <summary>Of a value of an enumeration.</summary>
    public static string? Of(Enum value) => Text(Member($"F:{Name(value.GetType())}.{value}")?.Element("summary"));

    private static XElement? Member(string name) => Members.GetValueOrDefault(name);

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    /// <summary>A reference reads as the name it refers to; ids of requirements are for developers.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        foreach (var see in element.Descendants().Where(e => e.Attribute("cref") is not null).ToList())
        {
            see.ReplaceWith(see.Attribute("cref")!.Value.Split('.')[^1].Split('(')[0]);
        }

        var text = Requirements().Replace(Spaces().Replace(element.Value, " ").Trim(), "");
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" \([A-Z]\d+(, [A-Z]\d+)*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requirements();
}
