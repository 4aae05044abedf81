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

    /// <summary>Whether they coordinate a cohort.</summary>
    public bool Coordinates(CohortDefinition cohort) => IsOwner || EmailAddress.Same(Email, cohort.Coordinator.Email);

    /// <param name="administrators">The addresses that the settings name.</param>
    public static StaffMember Of(StaffSession session, IEnumerable<string> administrators) =>
        new(session.Email, administrators.Any(a => EmailAddress.Same(a, session.Email)), session.IsOwner);
}

/// <summary>For whom a page is.</summary>
public enum Audience
{
    /// <summary>Anybody who is signed in.</summary>
    Staff,

    /// <summary>Whoever coordinates the cohort that the address names.</summary>
    Coordinator,

    Administrator,
}
