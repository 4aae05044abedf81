using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.CrashedCohort;

namespace ReverseMentoring.Functions.Tests.Erasing;

/// <summary>What one order left.</summary>
/// <param name="Left">Documents of the person that outlived their erasure.</param>
/// <param name="Wrong">What came out wrong, as a sentence; null when all is well.</param>
internal sealed record InterleavingPlayed(int Left, string? Wrong);

/// <summary>Somebody answers, an email gives them a link, and they are erased, in an order that chance draws.</summary>
internal static class InterleavingPlay
{
    private const string PersonId = "p-1";
    private static readonly DateTimeOffset Now = new(2023, 5, 2, 12, 0, 0, TimeSpan.Zero);

    /// <param name="seed">Draws the order, and where the erasing process dies.</param>
    /// <param name="requests">Where the order is drawn for each request; null: for each call to the store.</param>
    public static async Task<InterleavingPlayed> RunAsync(
        ICohortStore store, string cohort, int seed, RequestTurnstile? requests = null)
    {
        var chance = new Random(seed);
        await store.TryCreateAsync(Someone(cohort), default);
        await store.TryCreateAsync(
            new AddressClaim { CohortId = cohort, Id = AddressClaim.IdOf("ann@example.org"), PersonId = PersonId }, default);
        await store.TryCreateAsync(NewLink(cohort, "before"), default);
        var turnstile = new Turnstile(chance);
        var ofCalls = requests is null ? turnstile : null;
        var written = new Dictionary<string, int>
        {
            [Person.DocumentKind] = 1,
            [LinkGrant.DocumentKind] = 1,
            ["address"] = 1,
        };
        async Task Writes<T>(T document, bool isPut)
            where T : class, IDocument
        {
            var through = new ThroughTurnstile(store, ofCalls);
            try
            {
                await (isPut ? through.PutAsync(document, default) : through.TryCreateAsync(document, default));
                await through.UpdateAsync<Person>(cohort, PersonId, p => p.Reflect(1, Now), default);
                written[document.Kind] = written.GetValueOrDefault(document.Kind) + 1;
            }
            catch (OwnerErasedException)
            {
                // It lost, and the person is told so.
            }
        }

        async Task Erases()
        {
#pragma warning disable CA5394 // chance for an order, not for a secret
            int? dies = chance.Next(3) == 0 ? chance.Next(12) : null;
#pragma warning restore CA5394
            try
            {
                await EraseAsync(new ThroughTurnstile(store, ofCalls, dies), cohort);
            }
            catch (KilledException)
            {
                await EraseAsync(new ThroughTurnstile(store, ofCalls), cohort);
            }
        }

        requests?.Turnstile = turnstile;
        await turnstile.PlayAsync(
        [
            () => Writes(NewReflection(cohort), isPut: true),
            () => Writes(NewEvaluation(cohort), isPut: true),
            () => Writes(NewLink(cohort, "meanwhile"), isPut: false),
            Erases,
        ]);
        requests?.Turnstile = null;
        return await LookAsync(store, cohort, seed, written, isAtomic: requests is null);
    }

    private static async Task<InterleavingPlayed> LookAsync(
        ICohortStore store, string cohort, int seed, Dictionary<string, int> written, bool isAtomic)
    {
        if ((await store.ListOwnedAsync(cohort, PersonId, default)).Count is > 0 and var left)
        {
            return new InterleavingPlayed(left, $"With seed {seed} {left} documents of the person are left.");
        }

        var proof = (await store.FindAsync<ErasureProof>(cohort, ErasureProof.DocumentIdOf(PersonId), default))!.Value;
        if (proof.Found.Count > 0)
        {
            return new InterleavingPlayed(0, $"With seed {seed} the proof says that something was found after the erasure.");
        }

        foreach (var (kind, count) in written)
        {
            var removed = proof.Removed.GetValueOrDefault(kind);
            if (isAtomic ? removed != count : removed < count)
            {
                return new InterleavingPlayed(0, $"With seed {seed} {count} of {kind} went and {removed} are counted.");
            }
        }

        return new InterleavingPlayed(0, null);
    }

    private static Task EraseAsync(ICohortStore store, string cohort) => new Eraser(store, new Silent()).EraseAsync(
        cohort, [new Erasure(PersonId, ErasureReason.Withdrawal, p => p.WithdrawnAt is not null, null)], Now, default);

    private static Person Someone(string cohort) => new()
    {
        CohortId = cohort,
        Id = PersonId,
        Name = "Ann Ashe",
        Email = "ann@example.org",
        Roles = Roles.ReverseMentor,
        Organisation = "Vale LLP",
        Rank = "Paralegal",
        AddedAt = Now,
        WithdrawnAt = Now,
    };

    private static LinkGrant NewLink(string cohort, string name) => new()
    {
        CohortId = cohort,
        Id = $"link-{name}",
        PersonId = PersonId,
        Purpose = "reflection",
        Expires = Now.AddYears(100),
    };

    private static EvaluationAnswer NewEvaluation(string cohort) =>
        new() { CohortId = cohort, PersonId = PersonId, Scores = new Dictionary<string, int>(), Comment = "mine", At = Now };

    private static Reflection NewReflection(string cohort) => new()
    {
        CohortId = cohort,
        AuthorId = PersonId,
        Number = 1,
        Declined = false,
        Readers = Readers.OnlyMe,
        Text = "mine",
        At = Now,
    };
}
