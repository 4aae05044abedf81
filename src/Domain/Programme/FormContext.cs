using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
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

    /// <summary>Whether something was written before the person was moved to another address, and so stays closed to their links.</summary>
    public bool IsSealed(DateTimeOffset writtenAt) => writtenAt <= Person.SealedBefore;

    /// <summary>The same with nothing read that is sealed.</summary>
    public FormContext WithoutSealed() =>
        this with { Read = new ReadDocuments([.. Read.Documents.Where(d => d is not IWritten written || !IsSealed(written.At))]) };

    public string When(DateTimeOffset instant) => Cohort.Scheme.Words.DateAndTimeOf(instant, Definition.Zone);
}
