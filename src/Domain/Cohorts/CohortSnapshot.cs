using System.Runtime.CompilerServices;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A cohort as stored, read together.</summary>
public sealed record CohortSnapshot
{
    public required Cohort Cohort { get; init; }

    public required Scheme Scheme { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Pair> Pairs { get; init; } = [];

    public Proposal? Proposal { get; init; }

    /// <summary>Released matches that need or needed consent.</summary>
    public IReadOnlyList<MatchOffer> Offers { get; init; } = [];

    /// <summary>What the coordinator decided about matching.</summary>
    public CoordinatorRules Rules { get; init; } = new() { CohortId = "" };

    /// <summary>The days worked where the cohort is.</summary>
    public WorkingDays Days { get; init; } = WorkingDays.WeekendsOnly;

    /// <summary>Emails planned, not yet settled, and free to be tried now.</summary>
    public int OpenMails { get; init; }

    /// <summary>UTC; when the first of the emails that have to wait may be tried again.</summary>
    public DateTimeOffset? MailWaitsUntil { get; init; }

    /// <summary>The marks of the versions at which the cohort, the proposal and the rules were read, by document id.</summary>
    public IReadOnlyDictionary<string, string> ETags { get; init; } = new Dictionary<string, string>();

    public CohortDefinition Definition => Cohort.Definition;

    /// <summary>People by id, for each list of them that is asked for one; no part of what a snapshot is.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Person>, Dictionary<string, Person>> ById = [];

    private static readonly ConditionalWeakTable<IReadOnlyList<Person>, Groups> Grouped = [];

    /// <summary>Picked out once for each list of people.</summary>
    public Groups Groups => Grouped.GetValue(People, people => new Groups(people));

    public Person? FindPerson(string id) => People.Count <= 8
        ? People.FirstOrDefault(p => p.Id == id)
        : ById.GetValue(People, people => people.ToDictionary(p => p.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    public MatchOffer? FindOffer(string? pairId) => Offers.FirstOrDefault(o => o.PairId == pairId);

    public IEnumerable<Pair> PairsOf(string personId) => Pairs.Where(p => p.Includes(personId));

    /// <summary>Offers that are open, or that all have agreed to and whose pair is about to be made.</summary>
    public IEnumerable<MatchOffer> StandingOffers => Offers.Where(o => o.IsOpen || (o.IsAgreed && Pairs.All(p => p.Id != o.PairId)));

    /// <summary>Neither of the two has left and can still come back: until that is settled, nothing comes of their match.</summary>
    public bool IsSettled(MatchOffer offer) =>
        FindPerson(offer.MentorId) is not { IsLeaving: true } && FindPerson(offer.MenteeId) is not { IsLeaving: true };

    /// <summary>How many pairs and offers somebody is reverse mentor in.</summary>
    public int MatchesAsMentor(string personId) =>
        Pairs.Count(p => p.IsRunning && p.MentorId == personId) + StandingOffers.Count(o => o.MentorId == personId);

    /// <summary>How many pairs and offers somebody is reverse mentee in.</summary>
    public int MatchesAsMentee(string personId) =>
        Pairs.Count(p => p.IsRunning && p.MenteeId == personId) + StandingOffers.Count(o => o.MenteeId == personId);

    /// <summary>In a pair that runs or came to its proper end.</summary>
    public bool InScheme(Person person) => person.TakesPart && PairsOf(person.Id).Any(p => p.IsRunning || p.Completed);

    public DateTimeOffset Instant(DateTime local) => Definition.Zone.ToInstant(local);
}
