namespace ReverseMentoring.Functions.Links;

/// <summary>What the visitor of a link wants, beside answering for the first time.</summary>
public enum LinkWish
{
    Answer,
    Change,
    Read,
}
