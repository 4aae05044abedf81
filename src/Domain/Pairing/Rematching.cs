using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// Matching again after the launch (A6): pairs that are at work stay as they are, whoever wishes for a partner is matched, and the reverse
/// mentor is asked first.
/// </summary>
public static class Rematching
{
    /// <summary>Sessions that a new pair still has before it, at the least.</summary>
    public const int LeastSessions = 2;

    /// <summary>From then on (UTC) pairs are at work.</summary>
    public static DateTimeOffset Launch(CohortSnapshot cohort) => cohort.Instant(cohort.Definition.Launch.At);

    /// <summary>From then on (UTC) it is too late for a new pair.</summary>
    public static DateTimeOffset Until(CohortSnapshot cohort)
    {
        var plan = cohort.Definition.Sessions;
        var (launch, last) = (Launch(cohort), cohort.Instant(plan.Opens(Math.Max(1, plan.Count - LeastSessions + 1))));
        return last > launch ? last : launch;
    }

    public static bool IsAtWork(CohortSnapshot cohort, DateTimeOffset now) => now >= Launch(cohort);

    /// <summary>Somebody on each side wishes for a partner and has none.</summary>
    public static bool IsWishedFor(CohortSnapshot cohort, DateTimeOffset now)
    {
        var waiting = cohort.People
            .Where(p => p is { TakesPart: true, Portrait: not null, WaitingSince: not null } && !MatchingView.HasMatch(cohort,
                p.Id)).ToList();
        return IsAtWork(cohort, now) && now < Until(cohort)
            && waiting.Exists(p => p.IsMentor) && waiting.Exists(p => p.IsMentee) && waiting.Count > 1;
    }

    /// <summary>The session (counted from 1) that a pair made now begins with, and when it closes (UTC).</summary>
    public static (int Number, DateTimeOffset Closes) FirstSession(CohortSnapshot cohort, DateTimeOffset now)
    {
        var plan = cohort.Definition.Sessions;
        var number = Enumerable.Range(1, plan.Count).FirstOrDefault(k => cohort.Instant(plan.Closes(k)) > now, plan.Count);
        return (number, cohort.Instant(plan.Closes(number)));
    }
}
