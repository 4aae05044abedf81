using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Tells the observer that a cohort can't go on for now.</summary>
public sealed class NoteTrouble(ICohortObserver observer, TimeProvider clock)
{
    [Function(ActivityNames.NoteTrouble)]
    public void Run([ActivityTrigger] TroubleTicket ticket) => observer.Problem(
        ticket.CohortId,
        $"{ticket.Task} failed several times with {ticket.ErrorType}. It is tried again in a quarter of an hour, and sooner if "
            + "somebody answers.",
            clock
        .GetUtcNow());
}
