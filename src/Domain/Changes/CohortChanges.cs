using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Changes;

/// <summary>Decides what a coordinator's change does to a cohort, or why it can't be.</summary>
public static class CohortChanges
{
    /// <param name="sentSince">Whether an email has left since an instant (UTC); asked only to take a change back.</param>
    /// <returns>The cohort as it will be, with whom to tell of the change; or why it can't be.</returns>
    public static Outcome<Cohort> Decide(
        CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now, Func<DateTimeOffset, bool>? sentSince = null)
    {
        var cohort = snapshot.Cohort;
        return request.Kind switch
        {
            _ when cohort.Status is CohortStatus.Closed => Refuse("", "This cohort is closed; nothing about it can change."),
            _ when cohort.Status is CohortStatus.Cancelled =>
                Refuse("", "This cohort is cancelled; only retention and erasure still happen."),
            ChangeKind.ExtendDeadline => Extend(snapshot, request, now),
            ChangeKind.MoveEvent => OfGathering(snapshot, request, e => Move(snapshot, e, request, now)),
            ChangeKind.CancelEvent => OfGathering(snapshot, request, e => CallOff(snapshot, e, request, now)),
            ChangeKind.SetJoining => OfGathering(snapshot, request, e => SetJoining(snapshot, e, request, now)),
            ChangeKind.Undo => UndoingRules.Decide(snapshot, request, now, sentSince ?? (_ => false)),
            _ when cohort.Status is not CohortStatus.Running => Refuse("/change", "This cohort has not been started yet."),
            ChangeKind.Pause when cohort.Paused => Refuse("/change", "This cohort is paused already."),
            ChangeKind.Pause => Apply(cohort with { Paused = true }, "pause", null, null, request, now, []),
            ChangeKind.Resume when !cohort.Paused => Refuse("/change", "This cohort is not paused."),
            ChangeKind.Resume => Apply(cohort with { Paused = false }, "resume", null, null, request, now, []),
            ChangeKind.Cancel => Apply(
                cohort with { Status = CohortStatus.Cancelled, CancelledAt = now, Paused = false, Untold = [] },
                "cancel",
                null,
                null,
                request,
                now,
                []),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "No rule for this change."),
        };
    }

    private static Outcome<Cohort> Extend(CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now)
    {
        var cohort = snapshot.Cohort;
        var old = cohort.Definition.PortraitDeadline;
        var to = request.To!.Value;
        if (EnrolmentSteps.Deadline.IsDone(cohort))
        {
            return Refuse("/change", "The pen-portrait deadline has passed; those who had not answered are erased.");
        }

        if (to <= old || snapshot.Instant(to) <= now)
        {
            return Refuse("/to", "The new deadline must be later than the old one, and in the future.");
        }

        var definition = cohort.Definition with { PortraitDeadline = to, ReleaseBy = request.ReleaseBy ?? cohort.Definition.ReleaseBy };
        var told = EnrolmentSteps.Opens.IsDone(cohort) ? snapshot.People.Where(p => p is { TakesPart: true, Portrait: null }) : [];
        return Redefine(snapshot, definition, request, now, snapshot.Scheme.Words.PortraitDeadline, old, to, told);
    }

    private static Outcome<Cohort> OfGathering(CohortSnapshot snapshot, ChangeRequest request, Func<CohortEvent, Outcome<Cohort>> decide)
    {
        var cohort = snapshot.Cohort;
        return GatheringSteps.Named(request.Event, cohort.Definition) is not { } gathering
            ? Refuse(
                "/event",
                $"There is no such event. This cohort has: {string.Join(", ", cohort.Definition.Events.Select(e => e.StepName()))}.")
            : cohort.HasDone(gathering.StepName()) ? Refuse("/event", "That event has taken place.")
            : gathering.IsCancelled ? Refuse("/event", "That event was called off.")
            : decide(gathering);
    }

    private static Outcome<Cohort> Move(CohortSnapshot snapshot, CohortEvent moved, ChangeRequest request, DateTimeOffset now)
    {
        var to = request.To!.Value;
        if (snapshot.Instant(to) <= now)
        {
            return Refuse("/to", "The new time must be in the future.");
        }

        var sequence = moved.Sequence + 1;
        return Redefine(
            snapshot, With(snapshot, moved, moved with { At = to, Sequence = sequence, AskedSince = sequence }), request, now, moved.Name,
            moved.At, to, Invited(snapshot, moved));
    }

    private static Outcome<Cohort> CallOff(CohortSnapshot snapshot, CohortEvent gathering, ChangeRequest request, DateTimeOffset now)
    {
        if (GatheringKinds.Of(gathering.Kind).Least > 0)
        {
            return Refuse("/event", $"Every cohort has a {gathering.Kind}. Move it to another date instead.");
        }

        return Redefine(
            snapshot, With(snapshot, gathering, gathering with { CancelledAt = now, Sequence = gathering.Sequence + 1 }), request, now,
            gathering.Name, Words(snapshot, gathering.At), null, Invited(snapshot, gathering));
    }

    private static Outcome<Cohort> SetJoining(CohortSnapshot snapshot, CohortEvent gathering, ChangeRequest request, DateTimeOffset now)
    {
        var joined = gathering with { JoinLink = request.JoinLink, Joining = request.Joining };
        if (joined == gathering)
        {
            return Refuse("/joining", "These are the joining details that stand already.");
        }

        if (!joined.HasJoining && snapshot.Cohort.HasDone(GatheringSteps.JoiningId(gathering)))
        {
            return Refuse("/joining", "People have been told how to join. Give the details that hold now.");
        }

        // Whoever was told how to join has to hear that it is otherwise; all others hear on the day before.
        var told = snapshot.Cohort.HasDone(GatheringSteps.JoiningId(gathering)) ? Invited(snapshot, gathering) : [];
        return Redefine(
            snapshot, With(snapshot, gathering, joined with { Sequence = gathering.Sequence + 1, JoiningSince = now }), request, now,
            gathering.Name, Words(snapshot, gathering.At), null, told);
    }

    private static IEnumerable<Person> Invited(CohortSnapshot snapshot, CohortEvent gathering) =>
        snapshot.Cohort.HasDone(GatheringSteps.InvitationId(gathering)) ? GatheringSteps.Invited(snapshot, gathering) : [];

    private static CohortDefinition With(CohortSnapshot snapshot, CohortEvent before, CohortEvent after) =>
        snapshot.Definition with { Events = [.. snapshot.Definition.Events.Select(e => e == before ? after : e)] };

    private static string Words(CohortSnapshot snapshot, DateTime local) =>
        snapshot.Scheme.Words.DateAndTimeOf(snapshot.Instant(local), snapshot.Definition.Zone);

    private static Outcome<Cohort> Redefine(
        CohortSnapshot snapshot, CohortDefinition definition,
        ChangeRequest request, DateTimeOffset now, string what, DateTime old, DateTime to, IEnumerable<Person> told) =>
        Redefine(snapshot, definition, request, now, what, Words(snapshot, old), Words(snapshot, to), told);

    /// <param name="to">In words; null for what has no new date.</param>
    private static Outcome<Cohort> Redefine(
        CohortSnapshot snapshot, CohortDefinition definition,
        ChangeRequest request, DateTimeOffset now, string what, string old, string? to, IEnumerable<Person> told)
    {
        var problems = CohortDefinitionRules.Check(definition).ToList();
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var before = snapshot.Cohort.Definition;
        return Apply(snapshot.Cohort with { Definition = definition }, what, old, to, request, now, told)
            .Then<Cohort>(changed => changed with
            {
                Undoable = new UndoableChange(changed.Changes.Count, before.PortraitDeadline, before.ReleaseBy, before.Events),
            });
    }

    internal static Outcome<Cohort> Apply(
        Cohort cohort, string what, string? old, string? to, ChangeRequest request, DateTimeOffset now, IEnumerable<Person> told)
    {
        var changed =
            cohort with
            {
                Undoable = null,
                Changes = [.. cohort.Changes, new AppliedChange(now, what, old, to, request.Reason)
                {
                    Kind = request.Kind,
                    Gathering = request.Event.Length > 0 ? request.Event : null,
                }],
            };
        var people = cohort.Status == CohortStatus.Running ? told.Select(p => p.Id).ToList() : [];
        return people.Count == 0
            ? changed
            : changed with { Untold = [.. cohort.Untold, new UntoldChange(changed.Changes.Count, people)] };
    }

    internal static Outcome<Cohort> Refuse(string place, string sentence) => Refusal.Invalid(place, sentence);
}
