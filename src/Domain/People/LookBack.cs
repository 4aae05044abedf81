namespace ReverseMentoring.Domain.People;

/// <summary>What somebody said when they looked at it again, midway and at the end (K9, A6); null: they did not answer that.</summary>
public sealed record LookBack(ObjectivesNow? Objectives, Going? Going);

/// <summary>Where somebody stands with the objectives they set themselves.</summary>
public enum ObjectivesNow
{
    Reached,
    OnTheWay,
    NotYet,

    /// <summary>Others took their place.</summary>
    Changed,
}

/// <summary>How the pairing goes, in their own eyes; asked midway.</summary>
public enum Going
{
    Well,
    CouldBeBetter,

    /// <summary>They wish to speak with the coordinator about it, who is told.</summary>
    Speak,
}
