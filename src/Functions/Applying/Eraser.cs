using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Applying;

/// <summary>Removes people from the store and leaves the proof.</summary>
/// <remarks>
/// The proof comes first: from then on the store takes no more writes about the person. Then goes whatever belongs to them, until
/// nothing is
/// left; their own document goes last: while it is there, an erasure cut short is found and finished.
/// </remarks>
public sealed class Eraser(ICohortStore store, ICohortObserver observer)
{
    public async Task EraseAsync(string cohortId, IReadOnlyList<Erasure> erasures, DateTimeOffset now, CancellationToken cancellation)
    {
        if (erasures.Count == 0)
        {
            return;
        }

        foreach (var erasure in erasures)
        {
            await EraseOneAsync(cohortId, erasure, now, cancellation);
        }

        if (store is ITidyStore tidied)
        {
            // Until then what was deleted could still stand in the store's log.
            await tidied.TidyAsync(cancellation);
        }
    }

    private async Task EraseOneAsync(string cohortId, Erasure erasure, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await store.FindAsync<Person>(cohortId, erasure.PersonId, cancellation) is not { } person || !erasure.If(person.Value))
        {
            return;
        }

        if (!await BeginAsync(cohortId, erasure, now, cancellation))
        {
            return;
        }

        if (erasure.Receipt is { } receipt)
        {
            await store.TryCreateAsync(receipt, cancellation);
        }

        while (await LeftAsync(cohortId, erasure.PersonId, cancellation) is { Count: > 0 } left)
        {
            foreach (var document in left)
            {
                await store.DeleteAsync(cohortId, document.Id, cancellation);
            }
        }

        await store.DeleteAsync(cohortId, erasure.PersonId, cancellation);
        observer.Erased(cohortId, erasure.PersonId, erasure.Because, now);
    }

    /// <returns>False where the person did something meanwhile that keeps them.</returns>
    private async Task<bool> BeginAsync(string cohortId, Erasure erasure, DateTimeOffset now, CancellationToken cancellation)
    {
        var proof = new ErasureProof
        {
            CohortId = cohortId,
            PersonId = erasure.PersonId,
            Because = erasure.Because,
            At = now,
            Removed = new Dictionary<string, int>(StringComparer.Ordinal) { [Person.DocumentKind] = 1 },
        };
        var isOurs = await store.TryCreateAsync(proof, cancellation);
        var person = await store.FindAsync<Person>(cohortId, erasure.PersonId, cancellation);
        if (isOurs && person is not null && !erasure.If(person.Value))
        {
            await store.DeleteAsync(cohortId, proof.Id, cancellation);
            return false;
        }

        return person is not null;
    }

    /// <summary>What is left beside the person's own document, once the proof counts it.</summary>
    private async Task<IReadOnlyList<OwnedDocument>> LeftAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        var left = (await store.ListOwnedAsync(cohortId, personId, cancellation)).Where(d => d.Id != personId).ToList();
        await store.UpdateAsync<ErasureProof>(
            cohortId,
            ErasureProof.DocumentIdOf(personId),
            proof => left.Count == 0 ? proof.Finished() : proof.WithFound(left),
            cancellation);
        return left;
    }
}
