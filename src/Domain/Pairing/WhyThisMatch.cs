using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>"Why this match?", for the two people of a pair, after they confirmed their address.</summary>
public static class WhyThisMatch
{
    public static readonly FormDeclaration Declaration = new()
    {
        Key = "why-this-match",
        Page = "why-match",
        IsOnlyRead = true,
        Reading = new FormReading("why-match", "reading") { Values = Values },
    };

    /// <summary>
    /// What spoke for the two: names of factors, which the page puts in words. Nothing about anyone's background is among them.
    /// </summary>
    private static Dictionary<string, object?> Values(FormContext c)
    {
        var pair = c.Pair is { } stored && (stored.IsRunning || stored.Completed) && stored.Includes(c.Person.Id) ? stored : null;
        var partner = pair is null ? null : c.Cohort.FindPerson(pair.PartnerOf(c.Person.Id));
        var factors = pair is null || partner is null
            ? []
            : Explain.Pair(MatchingView.RequestFor(c.Cohort), pair.MentorId, pair.MenteeId, ExplainedTo.Participant).Factors
                .Where(f => f.Points > 0).Select(f => f.Factor.ToString().ToLowerInvariant()).ToList();
        return Of(("has_pair", partner is not null), ("factors", factors));
    }
}
