using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>What a coordinator decides about one pair, having spoken to the two.</summary>
/// <param name="Reason">Kept with the cohort; without names, and nothing of what was said.</param>
public sealed record PairDecision(PairDecisionKind Kind, string Reason)
{
    private static readonly Dictionary<string, PairDecisionKind> Kinds =
        Enum.GetValues<PairDecisionKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static Outcome<PairDecision> Read(FieldReader fields) =>
        fields.Done(new PairDecision(fields.OneOf("decision", Kinds, PairDecisionKind.Pause), fields.Text("reason", 500)));

    /// <returns>The pair as it will be, the same where that was decided before; or why it can't be.</returns>
    public Outcome<Pair> Decide(CohortSnapshot cohort, string pairId, DateTimeOffset now)
    {
        if (cohort.Pairs.FirstOrDefault(p => p.Id == pairId) is not { } pair)
        {
            return new Refusal(
                RefusalKind.NotFound,
                "There is no such pair in the cohort", "Nothing was changed. The page of pairs, and GET …/matching, name them.");
        }

        if (cohort.Cohort.Status != CohortStatus.Running)
        {
            return Refusal.Conflict("The cohort does not run, so nothing about a pair can change.");
        }

        if (!pair.IsRunning || pair.EndAskedAt is not null)
        {
            return Kind == PairDecisionKind.End && pair.EndAskedAt is not null ? pair : Refusal.Conflict("This pair has ended.");
        }

        return Kind switch
        {
            PairDecisionKind.Pause => pair.Pause(now),
            PairDecisionKind.Resume => pair.Resume(),
            PairDecisionKind.End => pair.AskToEnd(now),
            var other => throw new InvalidOperationException($"Nobody can decide {other} about a pair."),
        };
    }
}

public enum PairDecisionKind
{
    /// <summary>Neither is asked or reminded of a session until the pair goes on.</summary>
    Pause,

    Resume,

    /// <summary>It ends now, and both are told.</summary>
    End,
}
