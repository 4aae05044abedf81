using System.Globalization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Steps;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A change that was decided: the cohort as it will be, and the emails that tell those concerned.</summary>
public sealed record ChangeDecision(Cohort Cohort, IReadOnlyList<OutboxMail> Mails);

/// <summary>Decides what a coordinator's change does to a cohort, or why it can't be.</summary>
public static class CohortChanges
{
    public const string DeadlineInWords = "the deadline for pen portraits";

    public static Read<ChangeDecision> Decide(CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now)
    {
        var cohort = snapshot.Cohort;
        return request.Kind switch
        {
            _ when cohort.Status is CohortStatus.Closed => Refuse("", "This cohort is closed; nothing about it can change."),
            _ when cohort.Status is CohortStatus.Cancelled => Refuse("", "This cohort is cancelled; only retention and erasure still happen."),
            ChangeKind.ExtendDeadline => Extend(snapshot, request, now),
            ChangeKind.MoveEvent => Move(snapshot, request, now),
            _ when cohort.Status is not CohortStatus.Running => Refuse("/change", "This cohort has not been started yet."),
            ChangeKind.Pause when cohort.Paused => Refuse("/change", "This cohort is paused already."),
            ChangeKind.Pause => Apply(cohort with { Paused = true }, "pause", null, null, request, now, []),
            ChangeKind.Resume when !cohort.Paused => Refuse("/change", "This cohort is not paused."),
            ChangeKind.Resume => Apply(cohort with { Paused = false }, "resume", null, null, request, now, []),
            ChangeKind.Cancel => Apply(cohort with { Status = CohortStatus.Cancelled, CancelledAt = now, Paused = false }, "cancel", null, null, request, now, []),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "No rule for this change."),
        };
    }

    private static Read<ChangeDecision> Extend(CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now)
    {
        var cohort = snapshot.Cohort;
        var old = cohort.Definition.PortraitDeadline;
        var to = request.To!.Value;
        if (cohort.HasDone("portrait-deadline"))
        {
            return Refuse("/change", "The pen-portrait deadline has passed; those who had not answered are erased.");
        }

        if (to <= old || snapshot.Instant(to) <= now)
        {
            return Refuse("/to", "The new deadline must be later than the old one, and in the future.");
        }

        var definition = cohort.Definition with { PortraitDeadline = to, ReleaseBy = request.ReleaseBy ?? cohort.Definition.ReleaseBy };
        var told = cohort.HasDone("enrolment-opens") ? snapshot.People.Where(p => p is { TakesPart: true, Portrait: null }) : [];
        return Redefine(snapshot, definition, request, now, DeadlineInWords, old, to, told);
    }

    private static Read<ChangeDecision> Move(CohortSnapshot snapshot, ChangeRequest request, DateTimeOffset now)
    {
        var cohort = snapshot.Cohort;
        var to = request.To!.Value;
        var moved = cohort.Definition.Events.FirstOrDefault(e => e.StepName == request.Event);
        if (moved is null)
        {
            return Refuse("/event", $"There is no such event. This cohort has: {string.Join(", ", cohort.Definition.Events.Select(e => e.StepName))}.");
        }

        if (cohort.HasDone(moved.StepName))
        {
            return Refuse("/event", "That event has taken place.");
        }

        if (snapshot.Instant(to) <= now)
        {
            return Refuse("/to", "The new time must be in the future.");
        }

        var definition = cohort.Definition with { Events = [.. cohort.Definition.Events.Select(e => e == moved ? e with { At = to } : e)] };
        var told = cohort.HasDone($"{moved.StepName}-invitation") ? EventSteps.Invited(snapshot, moved) : [];
        return Redefine(snapshot, definition, request, now, moved.Name, moved.At, to, told);
    }

    private static Read<ChangeDecision> Redefine(
        CohortSnapshot snapshot, CohortDefinition definition, ChangeRequest request, DateTimeOffset now, string what, DateTime old, DateTime to, IEnumerable<Person> told)
    {
        var problems = CohortDefinitionRules.Check(definition).ToList();
        if (problems.Count > 0)
        {
            return new Read<ChangeDecision>(null, problems);
        }

        string Words(DateTime local) => InWords.DateAndTime(snapshot.Instant(local), definition.Zone);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what, ["old"] = Words(old), ["new"] = Words(to) };
        return Apply(snapshot.Cohort with { Definition = definition }, what, facts["old"], facts["new"], request, now, told.Select(p => (p, facts)));
    }

    private static Read<ChangeDecision> Apply(
        Cohort cohort, string what, string? old, string? to, ChangeRequest request, DateTimeOffset now, IEnumerable<(Person Person, Dictionary<string, string> Facts)> told)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"change-{cohort.Changes.Count + 1}");
        var changed = cohort with { Changes = [.. cohort.Changes, new AppliedChange(now, what, old, to, request.Reason)] };
        return new Read<ChangeDecision>(
            new ChangeDecision(changed, cohort.Status == CohortStatus.Running ? [.. told.Select(t => Notice(cohort, step, t.Person, t.Facts, now))] : []), []);
    }

    private static OutboxMail Notice(Cohort cohort, string step, Person person, Dictionary<string, string> facts, DateTimeOffset now) => new()
    {
        CohortId = cohort.CohortId,
        Id = OutboxMail.IdOf(step, Templates.ChangeNotice, person.Id),
        Template = Templates.ChangeNotice,
        StepId = step,
        PersonId = person.Id,
        PlannedAt = now,
        Facts = facts,
    };

    private static Read<ChangeDecision> Refuse(string place, string sentence) => new(null, [new Problem(place, sentence)]);
}
