using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Staff;

/// <summary>Who is signed in, and what they may do now.</summary>
/// <param name="Email">Empty for the owner of the machine.</param>
/// <param name="IsAdministrator">Named in the settings.</param>
/// <param name="IsOwner">Has the machine itself, and so every role on it.</param>
public sealed record StaffMember(string Email, bool IsAdministrator, bool IsOwner)
{
    /// <summary>Sees orchestrations, mail and what was done, by ids.</summary>
    public bool Administers => IsAdministrator || IsOwner;

    /// <summary>What their part in running a cohort is; null: none.</summary>
    public TeamRole? RoleIn(CohortDefinition cohort) => IsOwner ? TeamRole.Coordinator : cohort.RoleOf(Email);

    /// <summary>Whether they coordinate a cohort.</summary>
    public bool Coordinates(CohortDefinition cohort) => RoleIn(cohort) == TeamRole.Coordinator;

    /// <summary>Whether a page about a cohort is for them.</summary>
    public bool IsAmong(Audience audience, CohortDefinition cohort) => RoleIn(cohort) is { } role && audience switch
    {
        Audience.Team => true,
        Audience.Lead => role is TeamRole.Lead or TeamRole.Coordinator,
        Audience.Coordinator => role == TeamRole.Coordinator,
        // Not the coordinators, nor whoever has the machine: what is raised in confidence is between two.
        Audience.Safeguarding => !IsOwner && role == TeamRole.Safeguarding,
        var other => throw new InvalidOperationException($"A page for {other} is about no cohort."),
    };

    /// <param name="administrators">The addresses that the settings name.</param>
    public static StaffMember Of(StaffSession session, IEnumerable<string> administrators) =>
        new(session.Email, administrators.Any(a => EmailAddress.Same(a, session.Email)), session.IsOwner);
}

/// <summary>For whom a page is.</summary>
public enum Audience
{
    /// <summary>Anybody who is signed in.</summary>
    Staff,

    /// <summary>Whoever helps to run the cohort that the address names.</summary>
    Team,

    /// <summary>Of those its leads and its coordinators.</summary>
    Lead,

    /// <summary>Whoever coordinates the cohort that the address names.</summary>
    Coordinator,

    /// <summary>Its safeguarding lead and deputies, and nobody else.</summary>
    Safeguarding,

    Administrator,
}
