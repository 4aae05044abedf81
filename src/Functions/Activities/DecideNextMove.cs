using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Activities;

/// <summary>
/// Reads the cohort and asks the rules what to do now. Beside that it only plans the emails for those who asked for a fresh link.
/// </summary>
public sealed class DecideNextMove(CohortReader reader, FreshLinkMails freshLinks, TimeProvider clock)
{
    [Function(ActivityNames.DecideNextMove)]
    public async Task<NextMove> RunAsync([ActivityTrigger] string cohortId, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(cohortId, cancellation);
        if (await freshLinks.PlanAsync(cohort, cancellation))
        {
            cohort = await reader.ReadAsync(cohortId, cancellation);
        }

        return MentoringProgramme.MoveOf(cohort, clock.GetUtcNow());
    }
}
