using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>
/// In every other random life people join after the deadline; some answer, and the coordinator has everybody matched again.
/// </summary>
internal static class LateArrivals
{
    public static void Into(Life life, CohortDefinition d, int seed)
    {
        var random = new Random(seed + 1_000_000);
        if (random.Next(2) == 0)
        {
            return;
        }

        var deadline = d.Zone.ToInstant(d.PortraitDeadline);
        foreach (var wave in Enumerable.Range(1, random.Next(1, 4)))
        {
            var at = deadline + ((d.Zone.ToInstant(d.Launch.At) - deadline) * random.NextDouble());
            var group = Enumerable.Range(1, random.Next(1, 4))
                .Select(i => i % 2 == 0 ? Given.Mentor($"late-m{wave}{i}") : Given.Mentee($"late-j{wave}{i}")).ToList();
            var answers = group.Where(_ => random.Next(3) > 0).Select(p => (p.Id, After: TimeSpan.FromHours(random.Next(1, 250)))).ToList();
            life.At(at, l => Join(l, group, answers));
            life.At(at.AddDays(random.Next(1, 12)), Propose);
            life.At(at.AddDays(random.Next(12, 20)), Release);
        }
    }

    private static void Join(Life life, List<Person> group, List<(string Id, TimeSpan After)> answers)
    {
        if (LateJoiners.WhyNotAdd(life.Cohort, life.Now) is not null)
        {
            return;
        }

        var by = LateJoiners.AnswerByFor(life.Cohort, life.Now);
        group.ForEach(p => life.Join(p with { AddedAt = life.Now, AnswerBy = by }));
        foreach (var (id, after) in answers)
        {
            life.At(life.Now + after, l => l.Change(id, p => l.Now < LateJoiners.Deadline(p, l.Cohort.Definition)
                ? p with { Portrait = Given.Portrait(id) with { FirstSentAt = l.Now } }
                : p));
        }
    }

    private static void Propose(Life life)
    {
        if (ProposalRules.WhyNotPropose(life.Cohort, life.Now) is null
            && ProposalRules.Propose(life.Cohort, life.Now) is { Succeeded: true } proposed)
        {
            life.Change(c => c with { Proposal = proposed.Value });
        }
    }

    private static void Release(Life life)
    {
        if (life.Cohort.Proposal is { ReleasedAt: null } proposal
            && ProposalRules.WhyNotRelease(life.Cohort, proposal.Version, life.Now) is null)
        {
            life.Change(c => c with { Proposal = proposal with { ReleasedAt = life.Now } });
        }
    }
}
