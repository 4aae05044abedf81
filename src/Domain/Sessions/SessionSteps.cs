using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>A monthly session: opening, "did you meet?", a nudge after the first miss, the coordinator after the second.</summary>
internal static class SessionSteps
{
    public static Effects Plan(StepContext c)
    {
        var k = c.Step.Number;
        var over = c.IsPast(c.Definition.Sessions.Closes(k));
        return c.Step.Kind switch
        {
            StepKind.SessionCloses => Close(c, k),
            _ when over => Effects.TooLate,
            StepKind.SessionOpens => new Effects { Mails = [.. c.Both(c.RunningPairs).Select(b => c.To(b.Person, Templates.SessionOpening, b.Pair))] },
            StepKind.SessionCheck => ToPairsNotMet(c, k, Templates.SessionCheck, _ => true),
            _ when c.ToldSince($"session-{k}-check") => Effects.TooLate,
            _ => ToPairsNotMet(c, k, Templates.SessionNudge, p => !p.NudgesPaused),
        };
    }

    private static Effects ToPairsNotMet(StepContext c, int k, string template, Func<Person, bool> who) => new()
    {
        Mails = [.. c.Both(c.RunningPairs.Where(p => !p.HasMet(k))).Where(b => who(b.Person)).Select(b => c.To(b.Person, template, b.Pair))],
    };

    private static Effects Close(StepContext c, int k)
    {
        var closes = c.Cohort.Instant(c.Definition.Sessions.Closes(k));
        if (k < c.Definition.Sessions.Count)
        {
            return new Effects { Mails = [.. Missed(c, c.RunningPairs, k)] };
        }

        // A pair that this very step ended counts still: it may be taken up again after a crash, before the two people's clocks were set.
        var ending = c.Cohort.Pairs.Where(p => p.IsRunning || (p.Completed && p.EndedAt == closes)).ToList();
        return new Effects
        {
            Mails = [.. Missed(c, ending, k)],
            Pairs = [.. ending.Select(p => new PairChange(p.Id, stored => stored.IsRunning ? stored with { EndedAt = closes, Completed = true } : stored))],
            People = [.. c.Both(ending).Select(b => b.Person.Id).Distinct().Select(id => new PersonChange(id, stored => MatchingSteps.EndMentoring(stored, closes)))],
        };
    }

    private static IEnumerable<OutboxMail> Missed(StepContext c, IEnumerable<Pair> pairs, int k) =>
        pairs.Where(p => !p.HasMet(k) && p.ReleasedAt < c.Cohort.Instant(c.Definition.Sessions.Closes(k))).Select(p => c.ToCoordinator(Templates.SessionMissed, p));
}
