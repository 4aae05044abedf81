namespace ReverseMentoring.Functions.Links;

/// <summary>A rendered page and its HTTP status.</summary>
/// <param name="Nudges">The cohort whose orchestrator should look at the store again, or null.</param>
public sealed record ShownPage(int Status, string Html, string? Nudges = null);

/// <summary>What the visitor of a link wants, beside answering for the first time.</summary>
public enum LinkWish
{
    Answer,
    Change,
    Read,
}
