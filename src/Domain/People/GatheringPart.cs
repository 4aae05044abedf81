namespace ReverseMentoring.Domain.People;

/// <summary>One person's part in one gathering.</summary>
public sealed record GatheringPart
{
    /// <summary>Whether they said that they come; null: nothing yet.</summary>
    public bool? Comes { get; init; }

    /// <summary>Of the gathering when they said so: what was said of an earlier date is no answer to a later one.</summary>
    public int Sequence { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Whether whoever led it says that they were there; null: that was not recorded.</summary>
    public bool? WasThere { get; init; }
}
