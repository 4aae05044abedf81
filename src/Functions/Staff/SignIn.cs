using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Staff;

/// <summary>
/// Signing in by a link sent to one's address. What is done on the request is the same for staff and strangers: the address is kept, and an
/// orchestration looks whose it is.
/// </summary>
public sealed class SignIn(ICohortStore store, IMakeIds ids, TimeProvider clock)
{
    /// <summary>Asked for with one address in an hour.</summary>
    public const int MostByAddress = 6;

    private const int MostTogether = 60;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>False where too much was asked for.</returns>
    public async Task<bool> AskAsync(DurableTaskClient client, string email, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!await MayAskAsync(email, now, cancellation))
        {
            return false;
        }

        var request = new SignInRequest { Id = $"sign-in-{Digest.Of(ids.NewLinkSecret())[..32]}", Email = email, At = now };
        await store.TryCreateAsync(request, cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SignInOrchestrator), request.Id, new StartOrchestrationOptions(request.Id), cancellation);
        return true;
    }

    /// <summary>A link that can be used; null where it is unknown, used or too old: they look the same.</summary>
    /// <param name="token">The request's id, a dot and the secret.</param>
    public async Task<SignInRequest?> FindAsync(string token, CancellationToken cancellation)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return token.Length <= 200 && dot > 0
            && await store.FindAsync<SignInRequest>(StaffSession.Partition, token[..dot], cancellation) is { Value: { } request }
            && IsGood(request, token[(dot + 1)..])
            ? request
            : null;
    }

    /// <returns>Whose address the link proves; null where it is no longer good.</returns>
    public async Task<string?> UseAsync(string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } found)
        {
            return null;
        }

        var (now, mine) = (clock.GetUtcNow(), false);
        var used = await store.UpdateAsync<SignInRequest>(StaffSession.Partition, found.Id, r =>
        {
            mine = r.UsedAt is null;
            return mine ? r with { UsedAt = now } : r;
        }, cancellation);
        return mine ? used?.Email : null;
    }

    private bool IsGood(SignInRequest request, string secret) =>
        request.UsedAt is null && request.Link == Digest.Of(secret) && clock.GetUtcNow() < request.At + SignInRequest.Life;

    private async Task<bool> MayAskAsync(string email, DateTimeOffset now, CancellationToken cancellation)
    {
        var may = false;
        SignInLedger Ask(SignInLedger ledger)
        {
            var next = ledger.Ask(Digest.Of(EmailAddress.KeyOf(email)), now, Hour, MostByAddress, MostTogether);
            may = !ReferenceEquals(next, ledger);
            return next;
        }

        while (await store.UpdateAsync<SignInLedger>(StaffSession.Partition, SignInLedger.DocumentId, Ask, cancellation) is null)
        {
            // The first of all.
            await store.TryCreateAsync(new SignInLedger(), cancellation);
        }

        return may;
    }
}
