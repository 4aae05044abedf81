using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// What performing a step does, as data. Applying it a second time must change nothing: emails have ids of their own, changes are
/// functions that leave alone what is already so, erasures end in a proof.
/// </summary>
public sealed record Effects
{
    public static readonly Effects Nothing = new();

    /// <summary>The step came too late to be true and is recorded as skipped.</summary>
    public static readonly Effects TooLate = new() { Skipped = true };

    public bool Skipped { get; init; }

    public IReadOnlyList<OutboxMail> Mails { get; init; } = [];

    public IReadOnlyList<PersonChange> People { get; init; } = [];

    public IReadOnlyList<PairChange> Pairs { get; init; } = [];

    public IReadOnlyList<Pair> NewPairs { get; init; } = [];

    public IReadOnlyList<MatchOffer> NewOffers { get; init; } = [];

    public IReadOnlyList<OfferChange> Offers { get; init; } = [];

    public Proposal? Proposal { get; init; }

    public Report? Report { get; init; }

    public IReadOnlyList<Erasure> Erasures { get; init; } = [];

    /// <summary>The cohort's files go, all but the report.</summary>
    public bool ErasesFiles { get; init; }

    /// <summary>Applied together with the record that the step is done.</summary>
    public Func<Cohort, Cohort> Cohort { get; init; } = c => c;
}

/// <param name="Apply">Returns the person changed, or the same where there is nothing (more) to change.</param>
public sealed record PersonChange(string PersonId, Func<Person, Person> Apply);

public sealed record PairChange(string PairId, Func<Pair, Pair> Apply);

public sealed record OfferChange(string PairId, Func<MatchOffer, MatchOffer> Apply);

/// <param name="If">Asked again of the person as stored at that moment; somebody who answered a second ago is not erased for silence.</param>
/// <param name="Receipt">The email that tells them; its recipient is kept in it until it has left.</param>
public sealed record Erasure(string PersonId, ErasureReason Because, Func<Person, bool> If, OutboxMail? Receipt);
