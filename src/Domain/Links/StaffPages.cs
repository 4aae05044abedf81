namespace ReverseMentoring.Domain.Links;

/// <summary>
/// What a link in an email to the coordinator opens, from the email alone: each asks for the coordinator's address before it shows
/// anything.
/// </summary>
public static class StaffPages
{
    /// <summary>The proposal, to look at, make again and release.</summary>
    public const string Matching = "staff-matching";

    /// <summary>The evaluation's report.</summary>
    public const string Report = "staff-report";

    /// <summary>Somebody's address, to be corrected.</summary>
    public const string Address = "staff-address";

    /// <summary>Reminders bring fresh links; a link is not to lie about for longer.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(60);
}
