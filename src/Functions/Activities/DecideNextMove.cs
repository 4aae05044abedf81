using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Reads the cohort and asks the rules what to do now. Changes nothing.</summary>
public sealed class DecideNextMove(CohortReader reader, TimeProvider clock)
{
    [Function(nameof(DecideNextMove))]
    public async Task<NextMove> RunAsync([ActivityTrigger] string cohortId, CancellationToken cancellation) =>
        NextMove.For(await reader.ReadAsync(cohortId, cancellation), clock.GetUtcNow());
}
