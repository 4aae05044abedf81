using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Changes;

/// <summary>What follows from a coordinator's change: those concerned are told, or everything ends.</summary>
public static class ChangeSteps
{
    /// <summary>For so long a change can be taken back, and nobody is told of it.</summary>
    public static readonly TimeSpan TimeToUndo = TimeSpan.FromMinutes(10);

    internal static IReadOnlyList<StepDeclaration> All => [Cancellation, Notice];

    public static readonly StepDeclaration Cancellation = new()
    {
        Kind = "cancellation",
        Order = 20,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        Occurs = (step, cohort, _) => cohort.Cohort.CancelledAt is { } at ? [step.Once(at)] : [],
        Plan = Cancel,
    };

    /// <summary>A pause does not hold it up: people may be waiting for the old date.</summary>
    public static readonly StepDeclaration Notice = new()
    {
        Kind = "change-notice",
        Order = 30,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        Occurs = (step, cohort, _) => cohort.Cohort.Untold
            .Select(u => new StepOccurrence(u.StepId(), step.Kind, cohort.Cohort.Changes[u.Number - 1].At + TimeToUndo)),
        Plan = Tell,
    };

    public static readonly EmailDeclaration<ChangeFacts> NoticeEmail = new("change-notice")
    {
        FormKeyWith = facts => facts.ReplyForm,
        EndsWithCancellation = true,
        ValuesWith = (c, facts) =>
        {
            var values = Of(("what", facts.What), ("old", facts.Old), ("new", facts.New));
            var gathering = facts.Gathering is { } name ? GatheringSteps.Named(name, c.Definition) : null;
            values["event"] = gathering is null ? null : GatheringEmails.Values(c, gathering)["event"];
            return values;
        },
        DiaryWith = (c, facts) => facts.Gathering is { } name ? GatheringEmails.Diary(c, GatheringSteps.Named(name, c.Definition)) : null,
    };

    public static readonly EmailDeclaration CancelledEmail = new("cohort-cancelled")
    {
        Values = c => Of(("because", c.Cohort.Cohort.Changes.LastOrDefault(x => x.Kind == ChangeKind.Cancel)?.Reason ?? "")),
    };

    private static Effects Tell(StepContext c)
    {
        var untold = c.Cohort.Cohort.Untold.First(u => u.StepId() == c.Step.Id);
        var change = c.Cohort.Cohort.Changes[untold.Number - 1];
        return new Effects
        {
            Mails = [.. c.TakingPart.Where(p => untold.People.Contains(p.Id)).Select(p => Telling(c, change, p))],
            Cohort = cohort => cohort with { Untold = [.. cohort.Untold.Where(u => u.Number != untold.Number)] },
        };
    }

    private static OutboxMail Telling(StepContext c, AppliedChange change, Person person)
    {
        if (change.Gathering is not { } name || GatheringSteps.Named(name, c.Definition) is not { } gathering)
        {
            return c.To(person, NoticeEmail, new ChangeFacts(change.What, change.Old ?? "", change.New ?? ""));
        }

        return gathering.IsCancelled ? c.To(person, GatheringEmails.CalledOff, new GatheringFacts(name))
            : change.Kind == ChangeKind.SetJoining ? c.To(person, GatheringEmails.Joining, new GatheringFacts(name))
            : c.To(person, NoticeEmail, new ChangeFacts(change.What, change.Old ?? "", change.New ?? "")
            {
                Gathering = name,
                ReplyForm = GatheringKinds.Replies[gathering.Kind.Key].Key,
            }) with
            {
                Number = gathering.Number,
            };
    }

    private static Effects Cancel(StepContext c)
    {
        var at = c.Cohort.Cohort.CancelledAt ?? c.Now;
        return new Effects
        {
            Mails = [.. c.TakingPart.Select(p => c.To(p, CancelledEmail))],
            Writes =
            [
                .. c.TakingPart.Select(p => Effects.Change(p, stored => stored.EndMentoring(at))),
                .. c.RunningPairs.Select(p => Effects.Change(p, stored => stored.End(at))),
            ],
        };
    }
}

/// <summary>What was changed, as it was and as it is, in words.</summary>
public sealed record ChangeFacts(string What, string Old, string New)
{
    /// <summary>The gathering that it is about, by its name among the steps; null: none.</summary>
    public string? Gathering { get; init; }

    /// <summary>The form in which to say whether one comes to the new date.</summary>
    public string? ReplyForm { get; init; }
}
