using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Tests.Activities;

/// <summary>Delivers, and now and then fails before it can say so.</summary>
internal sealed class StumblingSender(ISendMail inner, int oneIn, Random chance) : ISendMail
{
    public int Stumbles { get; private set; }

    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        var outcome = await inner.SendAsync(email, cancellation);
#pragma warning disable CA5394 // The same chance each time is what a test wants.
        if (chance.Next(oneIn) == 0)
#pragma warning restore CA5394
        {
            Stumbles++;
            throw new IOException("The line went dead.");
        }

        return outcome;
    }
}
