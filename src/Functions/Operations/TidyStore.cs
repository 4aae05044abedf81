using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Operations;

/// <summary>Once a night: what has expired is removed for good. A store that does this by itself is left alone.</summary>
public sealed class TidyStore(ICohortStore store)
{
    [Function(nameof(TidyStore))]
    public async Task RunAsync([TimerTrigger("0 10 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (store is ITidyStore tidied)
        {
            await tidied.TidyAsync(cancellation);
        }
    }
}
