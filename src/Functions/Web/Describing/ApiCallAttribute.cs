using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Web.Describing;

/// <summary>What a function is for. With its route, its key and its records, openapi.json is made from it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiCallAttribute(ApiGroup group, string summary) : Attribute
{
    public ApiGroup Group { get; } = group;

    public string Summary { get; } = summary;

    public string Description { get; init; } = "";

    /// <summary>
    /// The refusals beside those that follow from the rest: a call about a cohort may find none, a body may be unreadable, too large or
    /// wrong.
    /// </summary>
    public RefusalKind[] Refuses { get; init; } = [];
}

/// <summary>The groups of calls, in the order in which they are described.</summary>
public enum ApiGroup
{
    Cohorts,
    Matching,
    Evaluation,
    Files,
    Operations,
    Links,
    Console,
    Service,
}
