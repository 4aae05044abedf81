using Microsoft.Azure.Cosmos;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.CrashedCohort;
using ReverseMentoring.Functions.Tests.Store;
using ReverseMentoring.Functions.Tests.Store.Cosmos;

namespace ReverseMentoring.Functions.Tests.Erasing;

/// <summary>
/// Somebody answers, an email gives them a link, and they are erased, all at once: whatever the order of the calls, and wherever the
/// erasing
/// process dies and starts again, nothing of them is left, and the proof counts what went (S2).
/// </summary>
public sealed class InterleavingTests : IDisposable
{
    private const string PersonId = "p-1";
    private static readonly DateTimeOffset Now = new(2023, 5, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("erasing-").FullName;

    [Fact]
    public async Task A_hundred_thousand_orders_in_memory_leave_nothing_and_count_everything()
    {
        for (var seed = 0; seed < 100_000; seed++)
        {
            await PlayAsync(new MemoryCohortStore(TimeProvider.System), "c", seed);
        }
    }

    [Fact]
    public async Task A_thousand_orders_on_SQLite_leave_nothing_and_count_everything()
    {
        using var store = new SqliteCohortStore(Path.Combine(_folder, "cohorts.db"), durable: false, TimeProvider.System);
        for (var seed = 0; seed < 1000; seed++)
        {
            await PlayAsync(store, $"c-{seed}", seed);
        }
    }

    /// <remarks>
    /// Here a write and the look whether the erasure has begun are two requests: what was written a moment too late may be counted
    /// before its
    /// writer takes it back.
    /// </remarks>
    [Fact]
    public async Task A_thousand_orders_on_the_Cosmos_server_leave_nothing()
    {
        using var requests = new RequestTurnstile(new ServerRepairs(CosmosTestClient.Loopback()));
        using var client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), requests);
        Container container = await CosmosTestClient.CreateContainerAsync(client);
        var store = new CosmosCohortStore(container, TimeProvider.System);
        for (var seed = 0; seed < 1000; seed++)
        {
            await PlayAsync(store, $"c-{seed}", seed, requests);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <param name="requests">Where the order is drawn for each request; null: for each call to the store.</param>
    private static async Task PlayAsync(ICohortStore store, string cohort, int seed, RequestTurnstile? requests = null)
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
        await AssertGoneAsync(store, cohort, seed, written, isAtomic: requests is null);
    }

    private static async Task AssertGoneAsync(
        ICohortStore store, string cohort, int seed, Dictionary<string, int> written, bool isAtomic)
    {
        Assert.True((await store.ListOwnedAsync(cohort, PersonId, default)).Count == 0,
            $"With seed {seed} something of the person is left.");
        var proof = (await store.FindAsync<ErasureProof>(cohort, ErasureProof.DocumentIdOf(PersonId), default))!.Value;
        Assert.Empty(proof.Found);
        foreach (var (kind, count) in written)
        {
            var removed = proof.Removed.GetValueOrDefault(kind);
            Assert.True(isAtomic ? removed == count
                : removed >= count, $"With seed {seed} {count} of {kind} went and {removed} are counted.");
        }
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
