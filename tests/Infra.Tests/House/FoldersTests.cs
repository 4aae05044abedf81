using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ReverseMentoring.Infra.Tests.House;

/// <summary>Folders use each other in one direction only, as the assemblies themselves say.</summary>
public class FoldersTests
{
    private static readonly Assembly Domain = typeof(ReverseMentoring.Domain.Cohorts.Cohort).Assembly;
    private static readonly Assembly Functions = typeof(ReverseMentoring.Functions.Composition).Assembly;

    [Fact]
    public void No_two_folders_of_Domain_use_each_other() => Assert.Empty(MutualPairs(Domain, "ReverseMentoring.Domain"));

    [Fact]
    public void No_two_folders_of_Functions_use_each_other() => Assert.Empty(MutualPairs(Functions, "ReverseMentoring.Functions"));

    /// <summary>The engine goes over declarations; it would not be one if it knew who declares.</summary>
    [Fact]
    public void The_engine_knows_no_capability()
    {
        string[] capabilities =
        [
            "Changes",
            "Closing", "Delivery", "Enrolment", "Evaluation", "FreshLinks", "Gatherings", "Leaving", "Nudges", "Pairing", "Planning",
            "Reflections", "Retention", "Sessions",
        ];
        var used = Uses(Domain, "ReverseMentoring.Domain")
            .Where(u => u.From == "Programme").Select(u => u.To).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(used.Intersect(capabilities));
        Assert.Contains("Cohorts", used);
    }

    [Fact]
    public void Two_that_use_each_other_are_found() =>
        Assert.Equal(["A and B"], Pairs([("A", "B", "X"), ("B", "A", "Y"), ("A", "C", "Z")]).Select(p => p[..7]));

    private static IEnumerable<string> MutualPairs(Assembly assembly, string root) => Pairs(Uses(assembly, root));

    private static List<string> Pairs(IEnumerable<(string From, string To, string By)> uses)
    {
        var all = uses.ToLookup(u => (u.From, u.To), u => u.By);
        return
        [
            .. all.Select(u => u.Key)
                .Where(k => string.CompareOrdinal(k.From, k.To) < 0 && all.Contains((k.To, k.From)))
                .Select(k => $"{k.From} and {k.To} use each other: {all[k].First()}; {all[(k.To, k.From)].First()}"),
        ];
    }

    private static IEnumerable<(string From, string To, string By)> Uses(Assembly assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. from type in module.GetTypes()
               let folder = FolderOf(type, root)
               where folder is not null
               from used in TypesOf(type).SelectMany(Parts)
               let other = FolderOf(used, root)
               where other is not null && other != folder
               select (folder, other, $"{type.Name} uses {used.Name}"),
        ];
    }

    /// <summary>Null for what is no folder's: the root, which may use everybody, and other assemblies.</summary>
    private static string? FolderOf(TypeReference type, string root)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace.StartsWith($"{root}.", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..] : null;
    }

    private static IEnumerable<TypeReference> TypesOf(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : new[] { type.BaseType },
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Properties.Select(p => p.PropertyType),
        .. type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).SelectMany(OfInstruction),
    ];

    private static IEnumerable<TypeReference> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType), .. Arguments(method)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Arguments(MethodReference method) =>
        method is GenericInstanceMethod generic ? generic.GenericArguments : [];

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
