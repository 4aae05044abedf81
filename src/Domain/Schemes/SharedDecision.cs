namespace ReverseMentoring.Domain.Schemes;

/// <summary>What a scheme may let two people decide together, because it can't be taken back.</summary>
public enum SharedDecision
{
    /// <summary>The release of the match.</summary>
    Release,

    /// <summary>Somebody's email address, to which their links go from then on.</summary>
    Address,

    /// <summary>Taking somebody off, which erases what is stored about them.</summary>
    Removal,
}
