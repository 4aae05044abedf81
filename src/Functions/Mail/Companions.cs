using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Mail;

/// <summary>
/// Emails that travel as parts of a letter to the same person: taken along when it is sent, and settled after it. Whatever becomes of the
/// process in between, each is told once.
/// </summary>
public sealed class Companions(ICohortStore store)
{
    /// <summary>How long one waits for a letter that is on its way, and may have been interrupted.</summary>
    public static readonly TimeSpan UntilLetterIsSettled = TimeSpan.FromMinutes(10);

    /// <summary>Those that go with a letter, claimed for its wave: what it has taken along before, or else what waits for it now.</summary>
    /// <param name="letter">Claimed for the wave.</param>
    /// <param name="waiting">Ids of open emails that are to travel with it.</param>
    public async Task<IReadOnlyList<OutboxMail>> TakeAsync(
        OutboxMail letter, IEnumerable<string> waiting, string wave, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = new List<OutboxMail>();
        foreach (var id in letter.Carries ?? waiting)
        {
            var stored = await store.FindAsync<OutboxMail>(letter.CohortId, id, cancellation);
            if (stored is { Value.IsOpen: true }
                && (stored.Value.CarriedBy == letter.Id ? stored.Value : MailClaim.Take(stored.Value, wave, now)) is { } claimed
                && await store.TryReplaceAsync(claimed with { CarriedBy = letter.Id }, stored.ETag, cancellation))
            {
                taken.Add(claimed with { CarriedBy = letter.Id });
            }
        }

        return taken;
    }

    /// <summary>What became of the letter that an email was to travel with, when its own turn comes.</summary>
    /// <returns>And when the letter may leave (UTC), where it has to wait; null where the email has to go by itself.</returns>
    public async Task<(LetterFate Fate, DateTimeOffset? Leaves)?> FateAsync(OutboxMail mail, CancellationToken cancellation)
    {
        if (mail.TravelsWith is not { } id
            || (await store.FindAsync<OutboxMail>(mail.CohortId, id, cancellation))?.Value is not { } letter)
        {
            return null;
        }

        return letter.IsOpen ? (LetterFate.OnItsWay, letter.NotBefore)
            : letter.State == MailState.Sent && mail.CarriedBy == letter.Id && letter.Carries?.Contains(mail.Id) == true
                ? (LetterFate.Sent, null)
            : null;
    }
}

public enum LetterFate
{
    /// <summary>It waits for its turn, or was interrupted: the email waits with it.</summary>
    OnItsWay,

    /// <summary>With the email in it.</summary>
    Sent,
}
