using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Who sees what is answered through a link: a sentence for the foot of its page and its email.</summary>
public static class WhoSees
{
    /// <param name="purpose">Null for an email that asks for nothing.</param>
    public static string Of(LinkPurpose? purpose, Scheme scheme) => purpose switch
    {
        LinkPurpose.Reflection => "What you write is for you alone, or for you and your partner if you choose so. Nobody else is shown it: not the coordinator, not the administrators.",
        LinkPurpose.SessionCheck => "The coordinator sees only whether a pair met in a session.",
        LinkPurpose.Evaluation => "Your answers are shown only together with those of others, above the thresholds named on the page. Nobody is shown yours.",
        LinkPurpose.Withdraw => "The coordinator is told that you have left, and your partner, if you have one, that the pairing has ended. Nobody is told why.",
        LinkPurpose.MatchOffer => "The other person and the coordinator learn only whether the match comes about. Nobody is told what either of you answered.",
        LinkPurpose.PauseNudges => "Nobody is told that you stopped the reminders.",
        _ => scheme.WhoSees,
    };
}
