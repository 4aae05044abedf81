namespace ReverseMentoring.Functions.Web.Describing;

/// <summary>A part of the path, of the query, or a header.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiParameterAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Whether it has to be there; a part of the path always has.</summary>
    public bool IsRequired { get; init; }

    public bool IsHeader { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The words that it may be; empty where it may be any.</summary>
    public string[] Words { get; init; } = [];
}
