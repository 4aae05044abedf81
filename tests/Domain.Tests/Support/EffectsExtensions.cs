using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>Effects as tests ask about them: the writes by the type of their documents.</summary>
internal static class EffectsExtensions
{
    extension(Effects effects)
    {
        public IReadOnlyList<PersonChange> People => [.. effects.Changes<Person>().Select(c => new PersonChange(c.Id, c.Apply))];

        public IReadOnlyList<PairChange> Pairs => [.. effects.Changes<Pair>().Select(c => new PairChange(c.Id, c.Apply))];

        public IReadOnlyList<PairChangeOfOffer> Offers =>
            [.. effects.Changes<MatchOffer>().Select(c => new PairChangeOfOffer(c.Id["offer-".Length..], c.Apply))];

        public IReadOnlyList<Pair> NewPairs => [.. effects.Created<Pair>()];

        public IReadOnlyList<MatchOffer> NewOffers => [.. effects.Created<MatchOffer>()];

        public Proposal? Proposal => effects.Stored<Proposal>();

        public Report? Report => effects.Created<Report>().SingleOrDefault();

        public IEnumerable<T> Created<T>()
            where T : class, IDocument =>
            effects.Writes.OfType<DocumentWrite.Create<T>>().Select(w => w.Document);

        /// <summary>The document of this type that takes the place of whatever has its id; null: none.</summary>
        public T? Stored<T>()
            where T : class, IDocument =>
            effects.Writes.OfType<DocumentWrite.Put<T>>().SingleOrDefault()?.Document;

        public IEnumerable<DocumentWrite.Change<T>> Changes<T>()
            where T : class, IDocument =>
            effects.Writes.OfType<DocumentWrite.Change<T>>();
    }

    /// <summary>A fact of an email, as text.</summary>
    public static string Fact(this OutboxMail mail, string name) => mail.Facts!.Value.GetProperty(name).ToString();
}

internal sealed record PersonChange(string PersonId, Func<Person, Person> Apply);

internal sealed record PairChange(string PairId, Func<Pair, Pair> Apply);

internal sealed record PairChangeOfOffer(string PairId, Func<MatchOffer, MatchOffer> Apply);

internal static class Truth
{
    /// <summary>Why an email would be left out; null: it would be sent.</summary>
    public static string? WhyNot(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now) =>
        MentoringProgramme.Declared.WhyNot(mail, cohort, now)?.Reason;
}
