namespace ReverseMentoring.Domain.Cohorts;

/// <summary>What stands behind a cohort's purpose, laid down before anybody is asked (K9, T1, T2).</summary>
public sealed record PurposePlan
{
    public static readonly PurposePlan Nothing = new();

    /// <summary>What shows that it is needed, such as figures of the organisation.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>What others have done, and to whom one has talked.</summary>
    public string Homework { get; init; } = "";

    /// <summary>What it is to achieve.</summary>
    public IReadOnlyList<string> Aims { get; init; } = [];

    /// <summary>By what one will know that it has.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Who sees to it that something follows from what is learned.</summary>
    public string OwnerName { get; init; } = "";

    public string OwnerEmail { get; init; } = "";
}
