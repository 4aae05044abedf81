using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Programme;

/// <summary>All that the text of one email may draw on, read at the moment of sending.</summary>
public sealed record EmailContext(OutboxMail Mail, CohortSnapshot Cohort, DateTimeOffset Now)
{
    /// <summary>The link to the form it asks to fill in.</summary>
    public Link? Action { get; init; }

    public DateTimeOffset? ActionUntil { get; init; }

    public Link? Withdraw { get; init; }

    /// <summary>How many emails it is in one, with those that travel with it.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>
    /// The words of the page that its link leads to, by key; null where the page lacks them or the email has no link.
    /// </summary>
    public Func<string, string?> Words { get; init; } = _ => null;

    /// <summary>What the email's declaration reads beside the cohort.</summary>
    public ReadDocuments Read { get; init; } = ReadDocuments.None;

    public CohortDefinition Definition => Cohort.Definition;

    public Scheme Scheme => Cohort.Scheme;

    public Person? Person => Cohort.FindPerson(Mail.PersonId);

    public Pair? Pair => Cohort.Pairs.FirstOrDefault(p => p.Id == Mail.PairId);

    /// <summary>The match that is asked about, before it becomes a pair.</summary>
    public MatchOffer? Offer => Cohort.FindOffer(Mail.PairId);

    public Person? Partner =>
        Pair is { } pair && pair.Includes(Mail.PersonId) ? Cohort.FindPerson(pair.PartnerOf(Mail.PersonId))
        : Offer is { } offer && offer.Includes(Mail.PersonId) ? Cohort.FindPerson(offer.PartnerOf(Mail.PersonId))
        : null;

    public bool ForCoordinator => Mail.PersonId == OutboxMail.CoordinatorId;

    /// <summary>Whoever of the cohort's team it goes to; null where it goes to nobody of them, or they are off the team.</summary>
    public TeamMember? Member => Mail.IsForTeam ? Definition.Team.FirstOrDefault(m => OutboxMail.TeamIdOf(m.Email) == Mail.PersonId) : null;

    /// <summary>The address it goes to, or null where the recipient is gone.</summary>
    public string? Address => ForCoordinator ? Definition.Coordinator.Email
        : Mail.IsForTeam ? Member?.Email
        : Mail.Departed?.Email ?? Person?.Email;

    public bool IsPast(DateTime local) => Now >= Cohort.Instant(local);

    public string When(DateTime local) => When(Cohort.Instant(local));

    public string When(DateTimeOffset instant) => Scheme.Words.DateAndTimeOf(instant, Definition.Zone);

    public string Day(DateTimeOffset instant) => Scheme.Words.DateOf(instant, Definition.Zone);
}
