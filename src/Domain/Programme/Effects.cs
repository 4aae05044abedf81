using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// What performing a step or taking an answer does, as data: the only way in which either changes anything. Applying it a second time must
/// change
/// nothing: emails have ids of their own, changes are functions that leave alone what is already so, erasures end in a proof.
/// </summary>
public sealed record Effects
{
    public static readonly Effects Nothing = new();

    /// <summary>The step came too late to be true and is recorded as skipped.</summary>
    public static readonly Effects TooLate = new() { Skipped = true };

    public bool Skipped { get; init; }

    public IReadOnlyList<OutboxMail> Mails { get; init; } = [];

    public IReadOnlyList<DocumentWrite> Writes { get; init; } = [];

    public IReadOnlyList<Erasure> Erasures { get; init; } = [];

    /// <summary>Files that the service makes of what is then stored, by their names in the archive.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The cohort's files go, all but the report.</summary>
    public bool ErasesFiles { get; init; }

    /// <summary>Applied together with the record that the step is done.</summary>
    public Func<Cohort, Cohort> Cohort { get; init; } = c => c;

    /// <summary>
    /// The writes in the order that a crash between any two cannot spoil: what is new first, then people before their pairs and offers. A
    /// pair that
    /// has ended no longer says whose mentoring ended with it, to a step that is taken up again.
    /// </summary>
    public IEnumerable<DocumentWrite> InOrder => Writes.OrderBy(w => w switch
    {
        { GoesFirst: true } => -1,
        DocumentWrite.Change<Person> => 1,
        DocumentWrite.Change<Pair> or DocumentWrite.Change<MatchOffer> => 2,
        _ => 0,
    });

    public static Effects Mail(IEnumerable<OutboxMail> mails) => new() { Mails = [.. mails] };

    public static Effects Write(params DocumentWrite[] writes) => new() { Writes = writes };

    public static DocumentWrite Create<T>(T document)
        where T : class, IDocument =>
        new DocumentWrite.Create<T>(document);

    public static DocumentWrite Put<T>(T document)
        where T : class, IDocument =>
        new DocumentWrite.Put<T>(document);

    public static DocumentWrite Change(Person person, Func<Person, Person> apply) => new DocumentWrite.Change<Person>(person.Id, apply);

    public static DocumentWrite Change(Pair pair, Func<Pair, Pair> apply) => new DocumentWrite.Change<Pair>(pair.Id, apply);

    public static DocumentWrite Change(MatchOffer offer, Func<MatchOffer, MatchOffer> apply) =>
        new DocumentWrite.Change<MatchOffer>(offer.Id, apply);

    /// <summary>The same, and nobody who is erased is kept for a receipt.</summary>
    public Effects WithoutReceipts() => this with { Erasures = [.. Erasures.Select(e => e with { Receipt = null })] };

    /// <summary>Both together; what is skipped here is not skipped there.</summary>
    public Effects And(Effects other) => new()
    {
        Skipped = Skipped && other.Skipped,
        Mails = [.. Mails, .. other.Mails],
        Writes = [.. Writes, .. other.Writes],
        Erasures = [.. Erasures, .. other.Erasures],
        Files = [.. Files, .. other.Files],
        ErasesFiles = ErasesFiles || other.ErasesFiles,
        Cohort = cohort => other.Cohort(Cohort(cohort)),
    };
}

/// <param name="If">Asked again of the person as stored at that moment; somebody who answered a second ago is not erased for
/// silence.</param>
/// <param name="Receipt">The email that tells them; its recipient is kept in it until it has left.</param>
public sealed record Erasure(string PersonId, ErasureReason Because, Func<Person, bool> If, OutboxMail? Receipt);
