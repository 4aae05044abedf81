using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>Answers "why this match?" and "why not that one?".</summary>
public static class Explain
{
    /// <summary>
    /// Why two people suit each other, for one audience. A participant sees neither the difference factor, nor totals from which it could
    /// be worked
    /// out, nor conflicts (J23 and J25: what the other wrote there is never shared).
    /// </summary>
    public static PairExplanation Pair(MatchingRequest request, string mentor, string mentee, ExplainedTo audience) =>
        PairExplanations.Of(request, mentor, mentee, audience);

    /// <summary>
    /// The hard rules that forbid a pair, or what each objective would lose if the coordinator forced it: the pair is pinned and everything
    /// solved
    /// again.
    /// </summary>
    public static WhyNot WhyNot(MatchingRequest request, string mentor, string mentee) => WhyNots.Of(request, mentor, mentee);
}

public enum ExplainedTo
{
    Coordinator,

    /// <summary>Either of the two people.</summary>
    Participant,
}
