namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>What can make a pair better (A2–A4). Each gives 0 to 1000 thousandths of its weight; see docs/matching.md.</summary>
public enum Factor
{
    /// <summary>Topics and goals both named, as a share of the shorter list.</summary>
    Topics,

    /// <summary>Skills one wants and the other offers, both ways (A1), as a share of all they want.</summary>
    Skills,

    /// <summary>Interests both named, as a share of the shorter list.</summary>
    Interests,

    /// <summary>The same location: all or nothing.</summary>
    Location,

    /// <summary>Ways of meeting both accept, as a share of the shorter list.</summary>
    Modes,

    /// <summary>Times both can, as a share of the shorter list.</summary>
    Times,

    /// <summary>A difference on at least one dimension that both consented to have used (N1): all or nothing.</summary>
    Difference,
}
