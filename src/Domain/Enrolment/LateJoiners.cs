using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// Whoever is added after the pen-portrait deadline has days of their own to answer, and is considered in the next proposal.
/// </summary>
public static class LateJoiners
{
    /// <summary>Days to answer at the least, unless the launch is nearer.</summary>
    public const int DaysToAnswer = 7;

    /// <summary>The hour of the local day at which the last of them ends: nobody is given until twelve minutes past five.</summary>
    private const int LastHour = 17;

    /// <summary>Local days kept free before the launch, in which the coordinator has the late joiners matched.</summary>
    public const int DaysToMatch = 1;

    /// <returns>Null where people may be added at <paramref name="now"/> (UTC).</returns>
    public static Refusal? WhyNotAdd(CohortSnapshot cohort, DateTimeOffset now) =>
        HasEnded(cohort)
            ? Refusal.Conflict("The cohort has ended; nobody can join it any more.")
        : !IsPastDeadline(cohort, now) || AnswerBy(cohort.Definition, now) is not null ? null
        : Refusal.Conflict(
            "It is too late to join: until two days before the launch people can still be added, so that they have a day to answer and you "
                + "have one to match them.");

    /// <summary>Called off or closed: nobody can join it or be changed any more.</summary>
    public static bool HasEnded(CohortSnapshot cohort) => cohort.Cohort.Status is not (CohortStatus.Draft or CohortStatus.Running);

    /// <summary>What a person added at <paramref name="now"/> is given (UTC); null for everybody who is in time.</summary>
    public static DateTimeOffset? AnswerByFor(CohortSnapshot cohort, DateTimeOffset now) =>
        cohort.Cohort.Status == CohortStatus.Running && IsPastDeadline(cohort, now) ? AnswerBy(cohort.Definition, now) : null;

    /// <summary>
    /// From this instant on a person's pen portrait is too late: the cohort's deadline, or their own where that is later.
    /// </summary>
    /// <param name="person">Null for nobody in particular.</param>
    public static DateTimeOffset Deadline(Person? person, CohortDefinition cohort) => Deadline(person?.AnswerBy, cohort);

    /// <inheritdoc cref="Deadline(Person?, CohortDefinition)"/>
    /// <param name="answerBy">UTC; their own; null where they have none.</param>
    public static DateTimeOffset Deadline(DateTimeOffset? answerBy, CohortDefinition cohort) =>
        cohort.Zone.ToInstant(cohort.PortraitDeadline) is var shared && answerBy is { } own && own > shared ? own : shared;

    private static bool IsPastDeadline(CohortSnapshot cohort, DateTimeOffset now) =>
        now >= cohort.Instant(cohort.Definition.PortraitDeadline);

    /// <returns>On the same local day, or the next.</returns>
    private static DateTime EndOfDay(DateTime local) =>
        local.Date.AddHours(LastHour) is var end && local <= end ? end : end.AddDays(1);

    private static DateTimeOffset? AnswerBy(CohortDefinition d, DateTimeOffset now)
    {
        var today = d.Zone.ToLocal(now);
        var latest = d.Launch.At.AddDays(-DaysToMatch);
        var by = EndOfDay(today.AddDays(DaysToAnswer)) is var usual && usual < latest ? usual : latest;
        return by < today.AddDays(1) ? null : d.Zone.ToInstant(by);
    }
}
