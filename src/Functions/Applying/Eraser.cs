using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;

namespace ReverseMentoring.Functions.Applying;

/// <summary>Removes people from the store and leaves the proof.</summary>
/// <remarks>The person's own document goes last: while it is there, an erasure cut short is found and finished.</remarks>
public sealed class Eraser(ICohortStore store, ICohortObserver observer)
{
    public async Task EraseAsync(string cohortId, IReadOnlyList<Erasure> erasures, DateTimeOffset now, CancellationToken cancellation)
    {
        if (erasures.Count == 0)
        {
            return;
        }

        var links = (await store.ListAsync<LinkGrant>(cohortId, LinkGrant.DocumentKind, cancellation)).ToLookup(
            l => l.Value.PersonId, l => l.Value.Id);
        var reflections = (await store.ListAsync<Reflection>(cohortId, Reflection.DocumentKind, cancellation)).ToLookup(
            r => r.Value.AuthorId, r => r.Value.Id);
        foreach (var erasure in erasures)
        {
            await EraseOneAsync(cohortId, erasure, [.. links[erasure.PersonId]], [.. reflections[erasure.PersonId]], now, cancellation);
        }

        if (store is ITidyStore tidied)
        {
            // Until then what was deleted could still stand in the store's log.
            await tidied.TidyAsync(cancellation);
        }
    }

    private async Task EraseOneAsync(
        string cohortId, Erasure erasure, List<string> links, List<string> reflections, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await store.FindAsync<Person>(cohortId, erasure.PersonId, cancellation) is not { } person || !erasure.If(person.Value))
        {
            return;
        }

        if (erasure.Receipt is { } receipt)
        {
            await store.TryCreateAsync(receipt, cancellation);
        }

        var answer = await store.FindAsync<EvaluationAnswer>(cohortId, EvaluationAnswer.DocumentIdOf(erasure.PersonId), cancellation);
        await store.TryCreateAsync(
            new ErasureProof
            {
                CohortId = cohortId,
                PersonId = erasure.PersonId,
                Because = erasure.Because,
                At = now,
                Removed = new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    [Person.DocumentKind] = 1,
                    [LinkGrant.DocumentKind] = links.Count,
                    [Reflection.DocumentKind] = reflections.Count,
                    [EvaluationAnswer.DocumentKind] = answer is null ? 0 : 1,
                },
            },
            cancellation);
        foreach (var id in links.Concat(reflections)
            .Append(EvaluationAnswer.DocumentIdOf(erasure.PersonId)).Append(AddressClaim.IdOf(person.Value.Email)).Append(erasure.PersonId))
        {
            await store.DeleteAsync(cohortId, id, cancellation);
        }

        observer.Erased(cohortId, erasure.PersonId, erasure.Because, now);
    }
}
