using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// A coordinator ended one pair: both are told, and can be matched again: until the launch they are unless they say
/// otherwise, after it if they say that they wish to.
/// </summary>
internal static class PairSteps
{
    public static readonly StepDeclaration Ended = new()
    {
        Kind = "pair-ended",
        Order = 25,
        IsHeldByPause = false,
        Occurs = (step, cohort, _) => cohort.Pairs.Where(p => p.EndAskedAt is not null)
            .Select(p => step.About(p.Id, p.EndAskedAt) with { PairId = p.Id }),
        Plan = Plan,
    };

    private static Effects Plan(StepContext c)
    {
        var pair = c.Cohort.Pairs.First(p => p.Id == c.Step.PairId);
        var at = pair.EndAskedAt ?? c.Now;
        var beforeLaunch = !c.IsPast(c.Definition.Launch.At);
        var both = c.Both([pair]).Select(b => b.Person).ToList();
        return new Effects
        {
            Writes =
            [
                Effects.Change(pair, stored => stored.End(at)),
                .. both.Where(p => !c.RunningPairs.Any(other => other.Id != pair.Id && other.Includes(p.Id))).Select(p => Effects.Change(
                    p, stored => beforeLaunch ? stored.EndMentoring(at).Wait(at) : stored.EndMentoring(at))),
            ],
            Mails = [.. both.Select(p => c.To(p, PairingEmails.PairEnded, pair.Id))],
        };
    }
}
