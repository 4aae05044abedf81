using System.Globalization;
using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>The steps that follow from the definition's dates alone.</summary>
internal static class PlannedSteps
{
    /// <summary>Days before (negative) or after releaseBy at which the coordinator is reminded while nothing is released.</summary>
    private static readonly int[] ReleaseReminderDays = [-2, 1, 3, 7, 14, 21, 28];

    public static IEnumerable<DatedStep> Of(CohortDefinition d)
    {
        yield return new DatedStep("enrolment-opens", "enrolment-opens", StepKind.EnrolmentOpens, 0, d.EnrolmentOpens);
        foreach (var (days, i) in d.PortraitReminderDaysBefore.Distinct().OrderDescending().Select((days, i) => (days, i)))
        {
            // Dated, so that an extended deadline brings reminders of its own.
            var at = d.PortraitDeadline.AddDays(-days);
            if (at > d.EnrolmentOpens)
            {
                yield return new DatedStep(
                    string.Create(CultureInfo.InvariantCulture, $"portrait-reminder-{at:yyyyMMdd}"), "portrait-reminder", StepKind.PortraitReminder, i + 1, at);
            }
        }

        yield return new DatedStep("portrait-deadline", "portrait-deadline", StepKind.PortraitDeadline, 0, d.PortraitDeadline);
        yield return new DatedStep("matches-proposed", "matches-proposed", StepKind.MatchesProposed, 0, d.PortraitDeadline);
        foreach (var (days, i) in ReleaseReminderDays.Select((days, i) => (days, i)))
        {
            var at = d.ReleaseBy.AddDays(days);
            if (at > d.PortraitDeadline)
            {
                yield return new DatedStep($"release-reminder-{i + 1}", "release-reminder", StepKind.ReleaseReminder, i + 1, at);
            }
        }

        foreach (var step in d.Events.SelectMany(OfEvent).Concat(Enumerable.Range(1, d.Sessions.Count).SelectMany(k => OfSession(d, k))))
        {
            yield return step;
        }

        yield return new DatedStep("evaluation-opens", "evaluation-opens", StepKind.EvaluationOpens, 0, d.Evaluation.Opens);
        yield return new DatedStep(
            "evaluation-reminder", "evaluation-reminder", StepKind.EvaluationReminder, 0, d.Evaluation.Closes.AddDays(-d.Evaluation.ReminderDaysBeforeClose));
        yield return new DatedStep("evaluation-closes", "evaluation-closes", StepKind.EvaluationCloses, 0, d.Evaluation.Closes);
        yield return new DatedStep("report-ready", "report-ready", StepKind.ReportReady, 0, d.Evaluation.Closes);
    }

    private static IEnumerable<DatedStep> OfEvent(CohortEvent e)
    {
        yield return new DatedStep($"{e.StepName}-invitation", $"{e.StepName}-invitation", StepKind.EventInvitation, e.Number, e.At.AddDays(-e.InviteDaysBefore)) { Event = e };
        yield return new DatedStep(e.StepName, e.StepName, StepKind.Event, e.Number, e.At) { Event = e };
    }

    private static IEnumerable<DatedStep> OfSession(CohortDefinition d, int k)
    {
        var closes = d.Sessions.Closes(k);
        var reflected = closes.AddDays(d.Reflections.WindowDays);
        yield return Numbered($"session-{k}-opens", StepKind.SessionOpens, d.Sessions.Opens(k));
        yield return Numbered($"session-{k}-check", StepKind.SessionCheck, closes.AddDays(-d.Sessions.CheckDaysBeforeClose));
        yield return Numbered($"session-{k}-nudge", StepKind.SessionNudge, closes.AddDays(-d.Sessions.NudgeDaysBeforeClose));
        yield return Numbered($"session-{k}-closes", StepKind.SessionCloses, closes);
        yield return Numbered($"reflection-{k}-opens", StepKind.ReflectionOpens, closes);
        yield return Numbered($"reflection-{k}-reminder", StepKind.ReflectionReminder, reflected.AddDays(-d.Reflections.ReminderDaysBeforeClose));
        yield return Numbered($"reflection-{k}-closes", StepKind.ReflectionCloses, reflected);

        DatedStep Numbered(string name, StepKind kind, DateTime at) => new(name, name, kind, k, at);
    }
}

/// <param name="At">Local time in the cohort's zone.</param>
internal sealed record DatedStep(string Id, string Name, StepKind Kind, int Number, DateTime At)
{
    public CohortEvent? Event { get; init; }
}
