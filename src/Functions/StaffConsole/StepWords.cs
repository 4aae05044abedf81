using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>What the steps of a cohort are called on pages.</summary>
internal static class StepWords
{
    public const string Template = "console/_steps";

    /// <summary>"Session 4 opens"; for a kind that has no words here, its key.</summary>
    public static string Of(PageRenderer pages, TimelineStep step, CohortDefinition definition)
    {
        var gathering = definition.Events.FirstOrDefault(
            e => e.StepName() == step.Id || GatheringSteps.InvitationId(e) == step.Id || GatheringSteps.JoiningId(e) == step.Id);
        (string, object?)[] values = [("number", step.Number), ("gathering", gathering?.Name ?? "")];
        return pages.WordsOf(Template).Find([$"step.{step.Kind}"], values) ?? step.Kind;
    }
}
