using ReverseMentoring.Domain.Cohorts;
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
        EndsWithCancellation = true,
        ValuesWith = (_, facts) => Of(("what", facts.What), ("old", facts.Old), ("new", facts.New)),
    };

    public static readonly EmailDeclaration CancelledEmail = new("cohort-cancelled")
    {
        Values = c => Of(("because", c.Cohort.Cohort.Changes.LastOrDefault(x => x.Kind == ChangeKind.Cancel)?.Reason ?? "")),
    };

    private static Effects Tell(StepContext c)
    {
        var untold = c.Cohort.Cohort.Untold.First(u => u.StepId() == c.Step.Id);
        var change = c.Cohort.Cohort.Changes[untold.Number - 1];
        var facts = new ChangeFacts(change.What, change.Old ?? "", change.New ?? "");
        return new Effects
        {
            Mails = [.. c.TakingPart.Where(p => untold.People.Contains(p.Id)).Select(p => c.To(p, NoticeEmail, facts))],
            Cohort = cohort => cohort with { Untold = [.. cohort.Untold.Where(u => u.Number != untold.Number)] },
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
public sealed record ChangeFacts(string What, string Old, string New);
