namespace ReverseMentoring.Domain.Time;

/// <summary>What holds of every date until which people can answer.</summary>
public static class Deadlines
{
    /// <summary>
    /// How long after its date an answer is still taken, for those who were writing then, and what follows from the answers waits. No page
    /// and no email speaks of it.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);
}
