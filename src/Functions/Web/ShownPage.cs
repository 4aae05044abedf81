namespace ReverseMentoring.Functions.Web;

/// <summary>A rendered page and its HTTP status.</summary>
/// <param name="Nudges">The cohort whose orchestrator should look at the store again, or null.</param>
public sealed record ShownPage(int Status, string Html, string? Nudges = null);
