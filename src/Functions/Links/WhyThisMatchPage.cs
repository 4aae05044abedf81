using ReverseMentoring.Domain.Matching;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Links;

/// <summary>"Why this match?", for the two people of a pair, after they confirmed their address.</summary>
public sealed class WhyThisMatchPage(PageRenderer renderer)
{
    public const string What = "why you were matched";

    private static readonly string[] ForEveryPair =
    [
        "The reverse mentee is more senior than the reverse mentor.",
        "You do not work in the same team, and neither of you manages the other.",
        "All pairs were chosen together: as many people as possible have a match, and no pair was made worse so that another would be better.",
    ];

    public ShownPage Show(FormContext context)
    {
        var pair = context.Pair is { } stored && (stored.IsRunning || stored.Completed) && stored.Includes(context.Person.Id) ? stored : null;
        var partner = pair is null ? null : context.Cohort.FindPerson(pair.PartnerOf(context.Person.Id));
        var reasons = pair is null || partner is null
            ? []
            : Explain.Pair(MatchingView.RequestFor(context.Cohort), pair.MentorId, pair.MenteeId, ExplainedTo.Participant).Sentences;
        var values = context.Values(("has_pair", partner is not null), ("reasons", reasons), ("always", ForEveryPair));
        return new ShownPage(200, renderer.Render(new Page("why-match", "Why this match?", values, [], "")));
    }
}
