namespace ReverseMentoring.Domain.Cohorts;

/// <summary>Somebody who helps the coordinator to run a cohort, and signs in at this address.</summary>
public sealed record TeamMember(string Name, string Email, TeamRole Role);

/// <summary>What somebody's part in running a cohort is; each sees what that part needs.</summary>
public enum TeamRole
{
    /// <summary>Does all that the coordinator does; operational emails go to the first alone.</summary>
    Coordinator,

    /// <summary>Sees how the cohort goes, in counts, and the report.</summary>
    Taskforce,

    /// <summary>
    /// Alone reads what people ask for help with, in confidence; the first is the safeguarding lead, others are deputies.
    /// </summary>
    Safeguarding,

    /// <summary>Leads support sessions: sees which pairs meet as well (J15).</summary>
    Lead,
}
