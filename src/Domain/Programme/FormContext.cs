using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Programme;

/// <summary>The person behind a link, and all that a form about them needs.</summary>
public sealed record FormContext(LinkGrant Link, Person Person, CohortSnapshot Cohort, DateTimeOffset Now)
{
    /// <summary>What the form reads beside the cohort.</summary>
    public ReadDocuments Read { get; init; } = ReadDocuments.None;

    public CohortDefinition Definition => Cohort.Definition;

    public Pair? Pair => Cohort.Pairs.FirstOrDefault(p => p.Id == Link.PairId);

    public MatchOffer? Offer => Cohort.FindOffer(Link.PairId);

    public string When(DateTimeOffset instant) => Cohort.Scheme.Words.DateAndTimeOf(instant, Definition.Zone);
}
