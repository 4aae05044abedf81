using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
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
        Reading = new FormReading("why-match", "reading")
        {
            Reads = c => PartnerId(c) is { } partner
                ? [new Need.One<Person>(partner), new Need.One<CoordinatorRules>(CoordinatorRules.DocumentId)]
                : [],
            Values = Values,
        },
    };

    private static Pair? PairOf(FormContext c) =>
        c.Pair is { } stored && (stored.IsRunning || stored.Completed) && stored.Includes(c.Person.Id) ? stored : null;

    private static string? PartnerId(FormContext c) => PairOf(c)?.PartnerOf(c.Person.Id);

    /// <summary>What speaks for two people depends on nobody else.</summary>
    private static CohortSnapshot TheTwo(FormContext c, Person partner) => c.Cohort with
    {
        People = [c.Person, partner],
        Rules = c.Read.One<CoordinatorRules>() ?? c.Cohort.Rules,
    };

    /// <summary>
    /// What spoke for the two: names of factors, which the page puts in words. Nothing about anyone's background is among them.
    /// </summary>
    private static Dictionary<string, object?> Values(FormContext c)
    {
        var pair = PairOf(c);
        var partner = c.Read.One<Person>();
        var factors = pair is null || partner is null
            ? []
            : Explain.Pair(MatchingView.RequestFor(TheTwo(c, partner)), pair.MentorId, pair.MenteeId, ExplainedTo.Participant).Factors
                .Where(f => f.Points > 0).Select(f => f.Factor.ToString().ToLowerInvariant()).ToList();
        return Of(("has_pair", partner is not null), ("factors", factors));
    }
}
