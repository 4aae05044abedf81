using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Functions.Store;

/// <summary>Reads a cohort from the store as the rules want to see it; what has not changed since is not read again.</summary>
public sealed class CohortReader(ICohortStore store, ISchemeLibrary schemes, IPublicHolidays holidays, TimeProvider clock)
{
    private readonly KeptCohorts _kept = new();

    /// <returns>Null where there is no such cohort.</returns>
    /// <exception cref="InvalidOperationException">Its scheme is no longer under schemes/.</exception>
    public async Task<CohortSnapshot?> FindAsync(string cohortId, CancellationToken cancellation) =>
        (await FindWholeAsync(cohortId, mailsFirst: false, cancellation))?.At(clock.GetUtcNow());

    /// <summary>The cohort without anybody in it: what pages say of its scheme and dates.</summary>
    /// <returns>Null where there is no such cohort.</returns>
    public async Task<CohortSnapshot?> FindHeadAsync(string cohortId, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is { } cohort
            ? new CohortSnapshot
            {
                Cohort = cohort.Value,
                ETags = new Dictionary<string, string>(StringComparer.Ordinal) { [Cohort.DocumentId] = cohort.ETag },
                Scheme = schemes.Of(cohort.Value),
                Days = holidays.Of(cohort.Value.Definition),
            }
            : null;

    /// <summary>
    /// The cohort as one person sees it: themselves and their own matches. It costs what one person costs, however many there are.
    /// </summary>
    /// <returns>Null where the cohort or the person is not there.</returns>
    public async Task<CohortSnapshot?> FindAroundAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        if (await FindHeadAsync(cohortId, cancellation) is not { } head
            || await store.FindAsync<Person>(cohortId, personId, cancellation) is not { Value: var person })
        {
            return null;
        }

        if (person.MatchIds is not { } matches)
        {
            // Stored by an earlier version.
            return head with
            {
                People = [person],
                Pairs = [.. (await ListAsync<Pair>(cohortId, Pair.DocumentKind, cancellation)).Where(p => p.Includes(personId))],
                Offers = [.. (await ListAsync<MatchOffer>(cohortId, MatchOffer.DocumentKind, cancellation))
                    .Where(o => o.Includes(personId))],
            };
        }

        var needs = matches.SelectMany(id => head.Scheme.Matching.AsksForConsent || Rematching.IsAtWork(head, clock.GetUtcNow())
            ? new Need[] { new Need.One<Pair>(id), new Need.One<MatchOffer>(MatchOffer.IdOf(id)) }
            : [new Need.One<Pair>(id)]);
        var read = await ReadAsync([.. needs], cohortId, cancellation);
        return head with { People = [person], Pairs = read.All<Pair>(), Offers = read.All<MatchOffer>() };
    }

    /// <exception cref="InvalidOperationException">There is no such cohort.</exception>
    public async Task<CohortSnapshot> ReadAsync(string cohortId, CancellationToken cancellation) =>
        await FindAsync(cohortId, cancellation) ?? throw NoCohort(cohortId);

    /// <summary>
    /// The cohort with those of its waiting emails that may be tried now. The emails are read first, so that none is judged by an older
    /// cohort.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such cohort.</exception>
    /// <returns>And of those that wait for another, by its id, theirs.</returns>
    public async Task<(CohortSnapshot Cohort, IReadOnlyList<OutboxMail> Mails, ILookup<string, string> Waiting)> ReadForWaveAsync(
        string cohortId, CancellationToken cancellation)
    {
        var whole = await FindWholeAsync(cohortId, mailsFirst: true, cancellation) ?? throw NoCohort(cohortId);
        var now = clock.GetUtcNow();
        return (
            whole.At(now),
            [.. whole.Open.Where(m => m.MayBeTried(now))],
            whole.Open.Where(m => m.TravelsWith is not null).ToLookup(m => m.TravelsWith!, m => m.Id, StringComparer.Ordinal));
    }

    /// <summary>Reads what a declaration asks for beside the cohort.</summary>
    public async Task<ReadDocuments> ReadAsync(IReadOnlyList<Need> needs, string cohortId, CancellationToken cancellation)
    {
        var reader = new NeedReader(store, cohortId, cancellation);
        var documents = new List<IDocument>();
        foreach (var need in needs)
        {
            documents.AddRange(await need.Accept(reader));
        }

        return new ReadDocuments(documents);
    }

    /// <summary>What was read between two equal marks was there at one moment, and is kept.</summary>
    /// <param name="mailsFirst">Whether its waiting emails are read before it rather than after, where it may change meanwhile.</param>
    private async Task<ReadCohort?> FindWholeAsync(string cohortId, bool mailsFirst, CancellationToken cancellation)
    {
        var mark = await store.MarkAsync(cohortId, cancellation);
        if (mark is not null && _kept.Find(cohortId, mark) is { } kept)
        {
            return kept with { Cohort = WithSurroundings(kept.Cohort) };
        }

        var whole = await ReadWholeAsync(cohortId, mailsFirst, cancellation);
        if (whole is null)
        {
            _kept.Forget(cohortId);
        }
        else if (mark is not null && mark == await store.MarkAsync(cohortId, cancellation))
        {
            _kept.Keep(cohortId, mark, whole);
        }

        return whole;
    }

    private async Task<ReadCohort?> ReadWholeAsync(string cohortId, bool mailsFirst, CancellationToken cancellation)
    {
        var open = mailsFirst ? await ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, cancellation) : null;
        if (await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is not { } cohort)
        {
            return null;
        }

        open ??= await ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, cancellation);
        // Before the people, so that a proposal made meanwhile is not overwritten by one that knows less.
        var proposal = await store.FindAsync<Proposal>(cohortId, Proposal.DocumentId, cancellation);
        var rules = await store.FindAsync<CoordinatorRules>(cohortId, CoordinatorRules.DocumentId, cancellation);
        var etags = new Dictionary<string, string>(StringComparer.Ordinal) { [Cohort.DocumentId] = cohort.ETag };
        foreach (var (id, etag) in new[] { (Proposal.DocumentId, proposal?.ETag), (CoordinatorRules.DocumentId, rules?.ETag) })
        {
            if (etag is not null)
            {
                etags[id] = etag;
            }
        }

        var read = new CohortSnapshot
        {
            Cohort = cohort.Value,
            ETags = etags,
            Scheme = schemes.Of(cohort.Value),
            Days = holidays.Of(cohort.Value.Definition),
            People = await ListAsync<Person>(cohortId, Person.DocumentKind, cancellation),
            Pairs = await ListAsync<Pair>(cohortId, Pair.DocumentKind, cancellation),
            Proposal = proposal?.Value,
            Offers = await ListAsync<MatchOffer>(cohortId, MatchOffer.DocumentKind, cancellation),
            Rules = rules?.Value ?? new CoordinatorRules { CohortId = cohortId },
        };
        return new ReadCohort(read, open);
    }

    /// <summary>What is not the store's may have changed meanwhile.</summary>
    private CohortSnapshot WithSurroundings(CohortSnapshot kept) =>
        kept with { Scheme = schemes.Of(kept.Cohort), Days = holidays.Of(kept.Definition) };

    private async Task<IReadOnlyList<T>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument =>
        [.. (await store.ListAsync<T>(cohortId, kind, cancellation)).Select(s => s.Value)];

    private static InvalidOperationException NoCohort(string cohortId) => new($"There is no cohort {cohortId} in the store.");

    private sealed class NeedReader(
        ICohortStore store, string cohortId, CancellationToken cancellation) : INeedVisitor<Task<IEnumerable<IDocument>>>
    {
        public async Task<IEnumerable<IDocument>> One<T>(string id)
            where T : class, IDocument =>
            await store.FindAsync<T>(cohortId, id, cancellation) is { } found ? [found.Value] : [];

        public async Task<IEnumerable<IDocument>> Owned<T>(string ownerId, string kind)
            where T : class, IDocument
        {
            var found = new List<IDocument>();
            foreach (var owned in (await store.ListOwnedAsync(cohortId, ownerId, cancellation)).Where(d => d.Kind == kind))
            {
                found.AddRange(await One<T>(owned.Id));
            }

            return found;
        }

        public async Task<IEnumerable<IDocument>> All<T>(string kind)
            where T : class, IDocument =>
            (await store.ListAsync<T>(cohortId, kind, cancellation)).Select(s => s.Value);
    }
}
