namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>A text that only few may read, wherever it turns up.</summary>
/// <param name="IsShared">With the author's partner; else it is the author's alone.</param>
/// <param name="IsReadBack">Its author is shown it again behind their links; else nobody ever is.</param>
internal sealed record Mark(string Text, string AuthorId, bool IsShared, bool IsReadBack, DateTimeOffset At)
{
    /// <summary>Whoever makes the matches reads it too, on the pages for that (J22).</summary>
    public bool IsForMatching { get; init; }
}

/// <summary>Who looks at an answer.</summary>
/// <param name="PersonId">Null for staff and administrators, who may read no mark but what is for matching, where they match.</param>
/// <param name="MovedAt">Not the person looks, but whoever reads the address that they were moved to, since then.</param>
internal sealed record Reader(string Name, string? PersonId = null, DateTimeOffset? MovedAt = null)
{
    /// <summary>At a page on which a match is looked through.</summary>
    public bool Matches { get; init; }
}
