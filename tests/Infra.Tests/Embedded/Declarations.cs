using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReverseMentoring.Infra.Tests.Embedded;

/// <summary>What embedded/ declares for others to use, found in the built assemblies, named as the tables name it.</summary>
internal static class Declarations
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>What the compiler makes for a record, and what every type has.</summary>
    private static readonly string[] Made =
        ["ToString", "Equals", "GetHashCode", "PrintMembers", "EqualityContract", "<Clone>$", "Deconstruct", "op_Equality", "op_Inequality", "Finalize", "GetType"];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "Embedded.*.dll").Order(StringComparer.Ordinal).Select(Assembly.LoadFrom)];

    /// <summary>The host's assembly offers official names too, beside its own.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        .Concat(typeof(ReverseMentoring.LocalHost.FunctionsHost).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal)));

    public static string NameOf(Type type)
    {
        var plain = type.FullName!.Replace('+', '.');
        return type.IsGenericType
            ? $"{plain[..plain.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
            : plain;
    }

    public static IReadOnlySet<string> MembersOf(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
            return new HashSet<string>(StringComparer.Ordinal) { "(delegate)" };
        if (type.IsEnum)
            return Enum.GetNames(type).ToHashSet(StringComparer.Ordinal);
        return type.GetMembers(Own).Where(Offered).Select(member => Word(member.Name)).Where(name => !Made.Contains(name, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A type's row, without what it mirrors.</summary>
    public static string RowOf(Type type) =>
        $"| `{NameOf(type)}` | {(MembersOf(type) is { Count: > 0 } members ? string.Join(", ", members.Select(Quoted)) : "none")} | |";

    /// <summary>A member's name in metadata, as the tables write it.</summary>
    public static string Word(string name) => name switch
    {
        ".ctor" => "constructors",
        "op_Implicit" => "implicit conversions",
        _ when name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) => name[4..],
        _ => name,
    };

    public static bool IsMade(string name) => Made.Contains(name, StringComparer.Ordinal);

    private static string Quoted(string member) => member is "constructors" or "implicit conversions" or "(delegate)" ? member : $"`{member}`";

    private static bool Offered(MemberInfo member) => member switch
    {
        ConstructorInfo made => IsOpen(made) && !IsCopy(made),
        MethodInfo method => IsOpen(method) && !method.IsSpecialName | method.Name == "op_Implicit",
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo happening => IsOpen(happening.AddMethod!),
        _ => false,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo made) =>
        made.GetCustomAttribute<CompilerGeneratedAttribute>() is not null && made.GetParameters() is [var only] && only.ParameterType == made.DeclaringType;
}
