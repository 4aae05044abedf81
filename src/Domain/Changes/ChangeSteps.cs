using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Changes;

/// <summary>Telling those concerned of a change that the coordinator made.</summary>
internal static class ChangeSteps
{
    public static Effects Plan(StepContext c)
    {
        var untold = c.Cohort.Cohort.Untold.First(u => u.StepId() == c.Step.Id);
        var change = c.Cohort.Cohort.Changes[untold.Number - 1];
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = change.What, ["old"] = change.Old ?? "", ["new"] = change.New ?? "" };
        return new Effects
        {
            Mails = [.. c.TakingPart.Where(p => untold.People.Contains(p.Id)).Select(p => c.To(p, Templates.ChangeNotice, null, facts))],
            Cohort = cohort => cohort with { Untold = [.. cohort.Untold.Where(u => u.Number != untold.Number)] },
        };
    }
}
