namespace ReverseMentoring.Functions.Web.Describing;

/// <summary>What a call takes as its body.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiBodyAttribute(string contentType) : Attribute
{
    public string ContentType { get; } = contentType;

    /// <summary>The record that its fields are read into; null where it is not JSON.</summary>
    public Type? Body { get; init; }

    /// <summary>Whether it is a list of such records.</summary>
    public bool IsList { get; init; }

    public string Description { get; init; } = "";
}
