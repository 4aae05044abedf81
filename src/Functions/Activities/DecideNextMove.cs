using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Reads the cohort and asks the rules what to do now. Changes nothing.</summary>
public sealed class DecideNextMove(CohortReader reader, TimeProvider clock)
{
    [Function(ActivityNames.DecideNextMove)]
    public async Task<NextMove> RunAsync([ActivityTrigger] string cohortId, CancellationToken cancellation) =>
        MentoringProgramme.MoveOf(await reader.ReadAsync(cohortId, cancellation), clock.GetUtcNow());
}
