using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>A monthly session: opening, "did you meet?", a nudge after the first miss, the coordinator after the second.</summary>
public static class SessionSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [DatePassed, Check, Nudge, Closes, Opens];

    /// <summary>In the morning after a date that a pair had named, by the cohort's clock.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <summary>
    /// Of a pair that named its date, whoever named it is asked on the day after it: one answer is enough, and the nudge asks both.
    /// </summary>
    public static readonly StepDeclaration DatePassed = new()
    {
        Kind = "session-date-passed",
        Order = 188,
        OnDayOff = DayOff.Moves,
        IsRoutine = true,
        Occurs = (step, cohort, _) =>
            from pair in cohort.Pairs
            where pair is { IsRunning: true, IsPaused: false }
            from k in pair.Dates.Keys
            let date = pair.DateOf(k)
            where date is not null && !pair.HasMet(k)
            let name = string.Create(CultureInfo.InvariantCulture, $"session-{k}-passed-{pair.Id}-{date.Sequence}")
            select new StepOccurrence(name, step.Kind, cohort.Instant(date.At.Date.AddDays(1) + Morning))
            {
                Number = k,
                PairId = pair.Id,
                Deadline = SessionCheckForm.Closing(cohort, pair, k),
            },
        Plan = c => Effects.Mail(c.Both(c.RunningPairs.Where(p => p.Id == c.Step.PairId && !p.IsPaused && !p.HasMet(c.Step.Number)))
            .Where(b => b.Person.Id == b.Pair.DateOf(c.Step.Number)?.By)
            .Select(b => c.To(b.Person, SessionEmails.Check, b.Pair.Id))),
    };

    public static readonly StepDeclaration Check = new()
    {
        Kind = "session-check",
        Order = 190,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Each(cohort, "check", (plan, k) => plan.Closes(k).AddDays(-plan.CheckDaysBeforeClose)),
        Plan = c => IsOver(c) ? Effects.TooLate : ToPairsNotMet(c, SessionEmails.Check, p => p.DateOf(c.Step.Number) is null, _ => true),
    };

    public static readonly StepDeclaration Nudge = new()
    {
        Kind = "session-nudge",
        Order = 200,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Each(cohort, "nudge", (plan, k) => plan.Closes(k).AddDays(-plan.NudgeDaysBeforeClose)),
        Plan = c => IsOver(c) || c.ToldSinceOfThis(Check) ? Effects.TooLate : ToPairsNotMet(
            c, SessionEmails.Nudge, p => !IsJustDue(c, p), p => !p.NudgesPaused),
    };

    public static readonly StepDeclaration Closes = new()
    {
        Kind = "session-closes",
        Order = 210,
        WaitsForLate = true,
        OnDayOff = DayOff.MailWaits,
        Occurs = (step, cohort, _) => Each(cohort, "closes", (plan, k) => plan.Closes(k)),
        Plan = PlanClosing,
    };

    public static readonly StepDeclaration Opens = new()
    {
        Kind = "session-opens",
        Order = 250,
        Letter = SessionEmails.Opening,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Each(cohort, "opens", (plan, k) => plan.Opens(k)),
        Plan = c => IsOver(c)
            ? Effects.TooLate
            : Effects.Mail(c.Both(Asked(c)).Select(b => c.To(b.Person, SessionEmails.Opening, b.Pair.Id))),
    };

    private static IEnumerable<StepOccurrence> Each(CohortSnapshot cohort, string what, Func<SessionPlan, int, DateTime> at) =>
        from k in Enumerable.Range(1, cohort.Definition.Sessions.Count)
        let name = string.Create(CultureInfo.InvariantCulture, $"session-{k}-{what}")
        select new StepOccurrence(name, name, cohort.Instant(at(cohort.Definition.Sessions, k)))
        {
            Number = k,
            WaitsFor = Released.Awaited(cohort),
            Deadline = cohort.Instant(cohort.Definition.Sessions.Closes(k)),
        };

    private static bool IsOver(StepContext c) => c.IsPast(c.Definition.Sessions.Closes(c.Step.Number));

    private static Effects ToPairsNotMet(StepContext c, EmailDeclaration email, Func<Pair, bool> which, Func<Person, bool> who) =>
        Effects.Mail(c.Both(Asked(c).Where(p => !p.HasMet(c.Step.Number) && which(p)))
            .Where(b => who(b.Person)).Select(b => c.To(b.Person, email, b.Pair.Id)));

    /// <summary>They have a date still, or were asked about it a moment ago.</summary>
    private static bool IsJustDue(StepContext c, Pair pair) =>
        pair.DateOf(c.Step.Number) is { } date && c.Cohort.Instant(date.At.AddDays(2)) > c.Now;

    /// <summary>
    /// A paused pair has its sessions like any other, and nobody asks about them; nor about one that began when too little of it was left.
    /// </summary>
    private static IEnumerable<Pair> Asked(StepContext c) => c.RunningPairs.Where(p => !p.IsPaused && HadTime(c, p));

    /// <summary>The two knew each other by the day on which pairs are asked whether they met.</summary>
    private static bool HadTime(StepContext c, Pair pair)
    {
        var plan = c.Definition.Sessions;
        return pair.ReleasedAt < c.Cohort.Instant(plan.Closes(c.Step.Number).AddDays(-plan.CheckDaysBeforeClose));
    }

    private static Effects PlanClosing(StepContext c)
    {
        var closes = c.Cohort.Instant(c.Definition.Sessions.Closes(c.Step.Number));
        if (c.Step.Number < c.Definition.Sessions.Count)
        {
            return Effects.Mail(Missed(c, Asked(c), closes));
        }

        // A pair that this very step ended counts still: it may be taken up again after a crash, before the two people's clocks were set.
        var ending = c.Cohort.Pairs.Where(p => p.IsRunning || (p.Completed && p.EndedAt == closes)).ToList();
        return new Effects
        {
            Mails = [.. Missed(c, ending.Where(p => !p.IsPaused && HadTime(c, p)), closes)],
            Writes =
            [
                .. ending.Select(p => Effects.Change(p, stored => stored.Complete(closes))),
                .. c.Both(ending)
                .Select(b => b.Person).DistinctBy(p => p.Id).Select(p => Effects.Change(p, stored => stored.EndMentoring(closes))),
            ],
        };
    }

    /// <summary>One email for all of them.</summary>
    private static IEnumerable<OutboxMail> Missed(StepContext c, IEnumerable<Pair> pairs, DateTimeOffset closes)
    {
        var missed = pairs.Where(p => !p.HasMet(c.Step.Number) && p.ReleasedAt < closes && !IsJustDue(c, p)).Select(p => p.Id).ToList();
        return missed.Count == 0 ? [] : [c.ToCoordinator(SessionEmails.Missed, new MissedFacts(missed))];
    }
}
