using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Reads a cohort from the store as the rules want to see it.</summary>
public sealed class CohortReader(ICohortStore store, ISchemeLibrary schemes, TimeProvider clock)
{
    /// <returns>Null where there is no such cohort.</returns>
    /// <exception cref="InvalidOperationException">Its scheme is no longer under schemes/.</exception>
    public async Task<CohortSnapshot?> FindAsync(string cohortId, CancellationToken cancellation)
    {
        if (await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is not { } cohort)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var mails = await ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, cancellation);
        var proposal = await store.FindAsync<Proposal>(cohortId, Proposal.DocumentId, cancellation);
        var rules = await store.FindAsync<CoordinatorRules>(cohortId, CoordinatorRules.DocumentId, cancellation);
        return new CohortSnapshot
        {
            Cohort = cohort.Value,
            Scheme = schemes.Find(cohort.Value.Definition.Scheme)
                ?? throw new InvalidOperationException($"The scheme '{cohort.Value.Definition.Scheme}' of cohort {cohortId} is not under schemes/. Put it back."),
            People = await ListAsync<Person>(cohortId, Person.DocumentKind, cancellation),
            Pairs = await ListAsync<Pair>(cohortId, Pair.DocumentKind, cancellation),
            Proposal = proposal?.Value,
            Offers = await ListAsync<MatchOffer>(cohortId, MatchOffer.DocumentKind, cancellation),
            Rules = rules?.Value ?? new CoordinatorRules { CohortId = cohortId },
            OpenMails = mails.Count(m => m.NotBefore is null || m.NotBefore <= now),
            MailWaitsUntil = mails.Where(m => m.NotBefore > now).Min(m => m.NotBefore),
        };
    }

    /// <exception cref="InvalidOperationException">There is no such cohort.</exception>
    public async Task<CohortSnapshot> ReadAsync(string cohortId, CancellationToken cancellation) =>
        await FindAsync(cohortId, cancellation) ?? throw new InvalidOperationException($"There is no cohort {cohortId} in the store.");

    /// <summary>With what only few steps need: the evaluation's answers and the number erased.</summary>
    public async Task<CohortSnapshot> ReadForStepAsync(string cohortId, CancellationToken cancellation) =>
        await ReadAsync(cohortId, cancellation) with
        {
            Answers = await ListAsync<EvaluationAnswer>(cohortId, EvaluationAnswer.DocumentKind, cancellation),
            Erased = (await store.ListAsync<ErasureProof>(cohortId, ErasureProof.DocumentKind, cancellation)).Count,
        };

    private async Task<IReadOnlyList<T>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument =>
        [.. (await store.ListAsync<T>(cohortId, kind, cancellation)).Select(s => s.Value)];
}
