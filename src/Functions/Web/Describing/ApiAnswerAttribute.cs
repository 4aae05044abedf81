namespace ReverseMentoring.Functions.Web.Describing;

/// <summary>An answer other than a refusal.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="meaning">What the caller gets, or what has happened.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiAnswerAttribute(int status, string meaning) : Attribute
{
    public int Status { get; } = status;

    public string Meaning { get; } = meaning;

    /// <summary>The record that is written as JSON; null where the answer has no body or one of another type.</summary>
    public Type? Body { get; init; }

    /// <summary>The type of a body that is not JSON of a record of ours; empty where there is none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>What the Location header leads to; empty where there is none.</summary>
    public string Location { get; init; } = "";
}
