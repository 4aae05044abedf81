using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;

namespace ReverseMentoring.Domain.Programme;

/// <summary>What most of the programme waits for: pairs, which only the coordinator's release makes.</summary>
internal static class Released
{
    /// <returns>What a step that needs pairs waits for; null once matches have been released.</returns>
    public static string? Awaited(CohortSnapshot cohort) =>
        cohort.Cohort.HasDone(Proposal.FirstRelease) ? null : "the matches to be released";
}
