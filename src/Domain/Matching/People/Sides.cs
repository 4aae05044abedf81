namespace ReverseMentoring.Domain.Matching.People;

/// <summary>The sides of a pair a person offers to be on (N4: one person may be on both, in different pairs).</summary>
[Flags]
public enum Sides
{
    None = 0,

    /// <summary>Reverse mentor, the junior person.</summary>
    Mentor = 1,

    /// <summary>Reverse mentee, the senior person.</summary>
    Mentee = 2,

    Both = Mentor | Mentee,
}
