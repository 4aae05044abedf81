using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Planning;

/// <summary>
/// The dates of a whole cohort, from its launch and the lengths of its parts: local times, on days that are worked. Deadlines move to the
/// working day before, what begins moves to the one after.
/// </summary>
public sealed record Timetable
{
    public required DateTime EnrolmentOpens { get; init; }

    public required DateTime PortraitDeadline { get; init; }

    public required DateTime ReleaseBy { get; init; }

    public required DateTime Launch { get; init; }

    /// <summary>In the middle of the sessions; null for a course of fewer than three.</summary>
    public required DateTime? Mixer { get; init; }

    public required DateTime FirstSessionOpens { get; init; }

    public required DateTime WashUp { get; init; }

    public required DateTime EvaluationOpens { get; init; }

    public required DateTime EvaluationCloses { get; init; }

    /// <param name="launch">Local time; it stays as it is, whatever day it is.</param>
    public static Timetable From(DateTime launch, TimetableLengths lengths, WorkingDays days)
    {
        var release = Before(launch.Date.AddDays(-lengths.LaunchDays).AddHours(17), days);
        var deadline = Before(release.Date.AddDays(-lengths.MatchingDays).AddHours(16), days);
        var opens = After(deadline.Date.AddDays(-7 * lengths.AnswerWeeks).AddHours(9), days);
        var first = After(launch.Date.AddDays(lengths.FirstSessionDays).AddHours(9), days);
        var lastCloses = first.AddMonths(lengths.Sessions - 1).AddDays(lengths.SessionWindowDays);
        var washUp = After(lastCloses.Date.AddDays(lengths.WashUpDays) + launch.TimeOfDay, days);
        var evaluation = After(washUp.Date.AddDays(lengths.EvaluationDays).AddHours(9), days);
        return new Timetable
        {
            EnrolmentOpens = opens,
            PortraitDeadline = deadline,
            ReleaseBy = release,
            Launch = launch,
            Mixer = lengths.Sessions < 3
                ? null
                : After(first.AddMonths(lengths.Sessions / 2 - 1).Date.AddDays(14) + launch.TimeOfDay, days),
            FirstSessionOpens = first,
            WashUp = washUp,
            EvaluationOpens = evaluation,
            EvaluationCloses = Before(evaluation.Date.AddDays(7 * lengths.EvaluationWeeks).AddHours(17), days),
        };
    }

    private static DateTime Before(DateTime at, WorkingDays days) => Worked(at, -1, days);

    private static DateTime After(DateTime at, WorkingDays days) => Worked(at, 1, days);

    private static DateTime Worked(DateTime at, int step, WorkingDays days)
    {
        while (days.WhyOff(DateOnly.FromDateTime(at)) is not null)
        {
            at = at.AddDays(step);
        }

        return at;
    }
}
