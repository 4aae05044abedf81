using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Planning;

/// <summary>What must hold between the fields of a definition, once each of them is sound by itself.</summary>
public static class CohortDefinitionRules
{
    /// <summary>What cannot happen any more by the time (UTC) the cohort is created.</summary>
    public static IEnumerable<Problem> CheckPast(CohortDefinition d, DateTimeOffset now)
    {
        if (d.Applications is { } applications && d.Zone.ToInstant(applications.Closes) <= now)
        {
            yield return new Problem("/applications/closes", "closes has passed already. Give a date that lies ahead.");
        }

        foreach (var (field, at) in new[]
        {
            ("portraitDeadline", d.PortraitDeadline), ("releaseBy", d.ReleaseBy), ("sessions/firstOpens", d.Sessions.FirstOpens),
            ("evaluation/closes", d.Evaluation.Closes),
        })
        {
            if (d.Zone.ToInstant(at) <= now)
            {
                yield return new Problem($"/{field}", $"{field.Split('/')[^1]} has passed already. Give a date that lies ahead.");
            }
        }
    }

    public static IEnumerable<Problem> Check(CohortDefinition d)
    {
        if (!CohortZone.TryFind(d.TimeZone, out _))
        {
            yield return new Problem("/timeZone", "timeZone must be an IANA name such as Europe/London.");
        }

        if (CohortZone.ReadsBackwards(d.TimeZone))
        {
            yield return new Problem(
                "/timeZone",
                $"timeZone {d.TimeZone} means the opposite of what it says: plus is behind UTC. Name a place, such as America/Bogota, or "
                    + "Etc/UTC.");
        }

        if (d.PortraitDeadline <= d.EnrolmentOpens)
        {
            yield return new Problem("/portraitDeadline", "portraitDeadline must come after enrolmentOpens.");
        }

        if (d.ReleaseBy < d.PortraitDeadline)
        {
            yield return new Problem(
                "/releaseBy", "releaseBy must not come before portraitDeadline: matches are proposed at the deadline.");
        }

        foreach (var (field, deadline) in new[]
        {
            ("portraitDeadline", d.PortraitDeadline), ("releaseBy", d.ReleaseBy), ("evaluation/closes", d.Evaluation.Closes),
        })
        {
            if (deadline.TimeOfDay == TimeSpan.Zero)
            {
                yield return new Problem(
                    $"/{field}",
                    $"{field.Split('/')[^1]} at 00:00 is over as that day begins, and people would read the day as theirs: write 23:59 of "
                        + "the day before.");
            }
        }

        foreach (var problem in CheckApplications(d).Concat(CheckEvents(d))
            .Concat(CheckSessions(d)).Concat(CheckEvaluation(d)).Concat(CheckTeam(d)))
        {
            yield return problem;
        }
    }

    /// <summary>An address has one part, so that nobody is asked twice in the name of two.</summary>
    public static IEnumerable<Problem> CheckTeam(CohortDefinition d)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { EmailAddress.KeyOf(d.Coordinator.Email) };
        return d.Team.Select((member, n) => (member, n)).Where(m => !taken.Add(EmailAddress.KeyOf(m.member.Email)))
            .Select(m => new Problem($"/team/{m.n}/email", "Somebody who runs this cohort has this address already."));
    }

    private static IEnumerable<Problem> CheckApplications(CohortDefinition d)
    {
        if (d.Applications is not { } plan)
        {
            yield break;
        }

        if (plan.AnsweredBy <= plan.Closes)
        {
            yield return new Problem(
                "/applications/answeredBy", "answeredBy must come after closes: you need time to answer the last of them.");
        }

        if (plan.AnsweredBy > d.PortraitDeadline)
        {
            yield return new Problem(
                "/applications/answeredBy",
                "answeredBy must not come after portraitDeadline: whoever has a place still has to fill in the pen portrait.");
        }
    }

    private static IEnumerable<Problem> CheckEvents(CohortDefinition d)
    {
        foreach (var kind in GatheringKinds.All)
        {
            var count = d.Events.Count(e => e.Kind == kind.Kind);
            if (kind.Least == 1 && count != 1)
            {
                yield return new Problem("/events", $"events must hold exactly one {kind.Key}; there are {count}.");
            }
            else if (count > kind.Most)
            {
                yield return new Problem("/events", $"events may hold one {kind.Key} at most.");
            }
        }

        foreach (var early in d.Events.Where(e => e.At <= d.PortraitDeadline))
        {
            yield return new Problem("/events", $"{early.StepName()} must come after portraitDeadline: until then nobody is matched.");
        }

        if (d.Events.FirstOrDefault(e => e.Kind == EventKind.Launch) is { } launch && launch.At <= d.ReleaseBy)
        {
            yield return new Problem(
                "/events", "The launch must come after releaseBy: people meet their partner's name before they meet the partner.");
        }
    }

    private static IEnumerable<Problem> CheckSessions(CohortDefinition d)
    {
        if (d.Events.FirstOrDefault(e => e.Kind == EventKind.Launch) is { } launch && d.Sessions.FirstOpens < launch.At)
        {
            yield return new Problem("/sessions/firstOpens", "firstOpens must not come before the launch.");
        }

        if (d.Sessions.CheckDaysBeforeClose >= d.Sessions.WindowDays)
        {
            yield return new Problem("/sessions/checkDaysBeforeClose", "checkDaysBeforeClose must be less than windowDays.");
        }

        if (d.Sessions.NudgeDaysBeforeClose >= d.Sessions.CheckDaysBeforeClose)
        {
            yield return new Problem(
                "/sessions/nudgeDaysBeforeClose",
                "nudgeDaysBeforeClose must be less than checkDaysBeforeClose: the nudge follows the check.");
        }

        if (d.Reflections.ReminderDaysBeforeClose >= d.Reflections.WindowDays)
        {
            yield return new Problem("/reflections/reminderDaysBeforeClose", "reminderDaysBeforeClose must be less than windowDays.");
        }
    }

    private static IEnumerable<Problem> CheckEvaluation(CohortDefinition d)
    {
        if (d.Evaluation.Opens < d.Sessions.Closes(d.Sessions.Count))
        {
            yield return new Problem("/evaluation/opens", "evaluation must not open before the last session has closed.");
        }

        if (d.Evaluation.Closes <= d.Evaluation.Opens)
        {
            yield return new Problem("/evaluation/closes", "evaluation must close after it opens.");
        }
        else if (d.Evaluation.Closes.AddDays(-d.Evaluation.ReminderDaysBeforeClose) <= d.Evaluation.Opens)
        {
            yield return new Problem("/evaluation/reminderDaysBeforeClose", "The evaluation's reminder would come before it opens.");
        }
    }
}
