using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Planning;

/// <summary>A scheme's stages on the dates of a cohort (K5–K8).</summary>
/// <param name="From">Local time; of the first stage, the latest day on which to begin.</param>
/// <param name="To">Local time.</param>
/// <param name="Weeks">Begun ones count whole.</param>
public sealed record PlannedStage(SchemeStage Stage, DateTime From, DateTime To, int Weeks)
{
    public bool IsTooShort => Weeks < Stage.LeastWeeks;
}

public static class StagePlan
{
    public static IReadOnlyList<PlannedStage> Of(Scheme scheme, CohortDefinition d)
    {
        var lastCloses = d.Sessions.Closes(d.Sessions.Count);
        return [.. scheme.Stages.Select(stage =>
        {
            var (from, to) = stage.Kind switch
            {
                StageKind.Purpose => (d.EnrolmentOpens.AddDays(-7 * stage.LeastWeeks), d.EnrolmentOpens),
                StageKind.Engage => (d.EnrolmentOpens, d.PortraitDeadline),
                StageKind.Run => (d.Launch.At, lastCloses),
                StageKind.Reflect => (lastCloses, d.Evaluation.Closes),
                var other => throw new InvalidOperationException($"Nothing says when the stage {other} is."),
            };
            return new PlannedStage(stage, from, to, (int)Math.Ceiling((to - from).TotalDays / 7));
        })];
    }
}
