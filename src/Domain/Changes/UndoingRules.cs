using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Changes;

/// <summary>Taking the last change back, while nobody has heard of it.</summary>
public static class UndoingRules
{
    /// <summary>Until when (UTC) the last change can be taken back; null where there is none to take back.</summary>
    public static DateTimeOffset? UndoableUntil(Cohort cohort, DateTimeOffset now) =>
        cohort is { Undoable: { } undoable, Status: CohortStatus.Draft or CohortStatus.Running }
        && undoable.Number == cohort.Changes.Count
        && cohort.Changes[^1].At + ChangeSteps.TimeToUndo is var until && now < until
            ? until
            : null;

    /// <summary>Whoever has heard of the new date would be misled by a change that is taken back without a word.</summary>
    public static Outcome<Cohort> Decide(
        CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now, Func<DateTimeOffset, bool> sentSince)
    {
        var cohort = snapshot.Cohort;
        if (UndoableUntil(cohort, now) is null || cohort.Undoable is not { } before)
        {
            return CohortChanges.Refuse(
                "/change", "There is no change to take back: people have been told of the last one. Make another change instead.");
        }

        var change = cohort.Changes[^1];
        if (sentSince(change.At))
        {
            return CohortChanges.Refuse(
                "/change", "Emails have left since that change, and may name the new date. Make another change instead.");
        }

        if (MovedDates(cohort.Definition, before).Any(old => snapshot.Instant(old) <= now))
        {
            return CohortChanges.Refuse("/change", "The date that it would go back to has passed. Make another change instead.");
        }

        var definition = cohort.Definition with
        {
            PortraitDeadline = before.PortraitDeadline,
            ReleaseBy = before.ReleaseBy,
            Events = before.Events,
        };
        var undone = CohortChanges.Apply(cohort with { Definition = definition }, change.What, change.New, change.Old, request, now, []);
        return undone.Value! with { Untold = [.. cohort.Untold.Where(u => u.Number != before.Number)] };
    }

    /// <summary>The dates before a change of what it moved.</summary>
    private static IEnumerable<DateTime> MovedDates(CohortDefinition changed, UndoableChange before) =>
        before.Events.Where(e => !changed.Events.Contains(e)).Select(e => e.At)
            .Concat(before.PortraitDeadline == changed.PortraitDeadline ? [] : [before.PortraitDeadline]);
}
