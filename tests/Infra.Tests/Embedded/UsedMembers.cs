using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ReverseMentoring.Infra.Tests.Embedded;

/// <summary>
/// What a built assembly uses of another, read from its metadata. Constants and enumeration members are copied in by the compiler and
/// leave no trace there; they are declared, or src/ would not have compiled, and a test holds the tables to what is declared.
/// </summary>
internal static class UsedMembers
{
    /// <returns>A type and, when one is used, its member, named as the tables name them.</returns>
    public static IReadOnlyList<(string Type, string? Member)> Of(string assembly, Func<string, string, bool> isEmbedded)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly));
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        var names = new TypeNames(isEmbedded);
        var types = reader.TypeReferences.Select(handle => names.GetTypeFromReference(reader, handle, 0)).OfType<string>().Select(type => (type, (string?)null));
        var members = from handle in reader.MemberReferences
                      let member = reader.GetMemberReference(handle)
                      let type = names.Declaring(reader, member.Parent)
                      where type is not null
                      select (type, (string?)Declarations.Word(reader.GetString(member.Name)));
        var named = from handle in reader.CustomAttributes
                    let attribute = reader.GetCustomAttribute(handle)
                    where attribute.Constructor.Kind == HandleKind.MemberReference
                    let type = names.Declaring(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
                    where type is not null
                    from argument in attribute.DecodeValue(names).NamedArguments
                    select (type, argument.Name);
        return [.. types.Concat(members).Concat(named).Distinct()];
    }

    /// <summary>Names the types of embedded assemblies; null for every other.</summary>
    private sealed class TypeNames(Func<string, string, bool> isEmbedded) : ISignatureTypeProvider<string?, object?>, ICustomAttributeTypeProvider<string?>
    {
        public string? Declaring(MetadataReader reader, EntityHandle parent) => parent.Kind switch
        {
            HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)parent, 0),
            HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(this, null),
            _ => null,
        };

        public string? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            var name = reader.GetString(type.Name);
            if (type.ResolutionScope.Kind == HandleKind.TypeReference)
                return GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0) is { } outer ? $"{outer}.{name}" : null;
            if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
                return null;
            var assembly = reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
            var space = reader.GetString(type.Namespace);
            return isEmbedded(assembly, space) ? $"{space}.{Generic(name)}" : null;
        }

        public string? GetGenericInstantiation(string? genericType, ImmutableArray<string?> typeArguments) => genericType;

        public PrimitiveTypeCode GetUnderlyingEnumType(string? type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string? type) => false;

        public string? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => null;

        public string? GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string? GetArrayType(string? elementType, ArrayShape shape) => null;

        public string? GetByReferenceType(string? elementType) => null;

        public string? GetFunctionPointerType(MethodSignature<string?> signature) => null;

        public string? GetGenericMethodParameter(object? genericContext, int index) => null;

        public string? GetGenericTypeParameter(object? genericContext, int index) => null;

        public string? GetModifiedType(string? modifier, string? unmodifiedType, bool isRequired) => unmodifiedType;

        public string? GetPinnedType(string? elementType) => null;

        public string? GetPointerType(string? elementType) => null;

        public string? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

        public string? GetSZArrayType(string? elementType) => null;

        public string? GetSystemType() => null;

        public string? GetTypeFromSerializedName(string name) => null;

        private static string Generic(string name) => name.Split('`') switch
        {
            [var plain, "1"] => $"{plain}<T>",
            [var plain, ..] => plain,
            _ => name,
        };
    }
}
