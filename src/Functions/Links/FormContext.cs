using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Links;

/// <summary>The person behind a link, and all that a form about them needs.</summary>
public sealed record FormContext(LinkGrant Link, Person Person, CohortSnapshot Cohort, DateTimeOffset Now)
{
    public Pair? Pair => Cohort.Pairs.FirstOrDefault(p => p.Id == Link.PairId);

    /// <summary>From then on answers are too late; null: never.</summary>
    public DateTimeOffset? Closes => Link.Purpose switch
    {
        LinkPurpose.MatchOffer => Offer?.QuestionOf(Person.Id).AnswerBy,
        _ => LinkLife.Closes(Link.Purpose, Link.Number, Cohort.Definition, Person),
    };

    public bool IsClosed => Link.Purpose switch
    {
        LinkPurpose.MatchOffer => Offer is not { IsOpen: true } || Now >= Closes || Cohort.Cohort.CancelledAt is not null,
        LinkPurpose.WaitingList => Now >= Closes || Cohort.PairsOf(Person.Id).Any(p => p.IsRunning),
        _ => Now >= Closes,
    };

    /// <summary>Leads from any page of this link to the cohort's files; null for somebody who has left.</summary>
    public string? FilesLink => Link.UsedAt is null && Person.TakesPart ? "?files" : null;

    public MatchOffer? Offer => Cohort.FindOffer(Link.PairId);

    public string When(DateTimeOffset instant) => InWords.DateAndTime(instant, Cohort.Definition.Zone);

    /// <summary>The values every page has, and those of its own.</summary>
    public Dictionary<string, object?> Values(params (string Name, object? Value)[] own)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["scheme"] = EmailValues.OfScheme(Cohort.Scheme, Cohort.Definition.Purpose),
            ["cohort"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = Cohort.Definition.Name },
            ["files_link"] = FilesLink,
            ["who_sees"] = WhoSees.Of(Link.Purpose, Cohort.Scheme),
        };
        foreach (var (name, value) in own)
        {
            values[name] = value;
        }

        return values;
    }
}
