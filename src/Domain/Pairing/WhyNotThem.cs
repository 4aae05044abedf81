using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// "Why not these two?" for a cohort as it stands: after a release, forcing them means the re-match with that pair pinned.
/// </summary>
public static class WhyNotThem
{
    /// <param name="Ends">Released matches that forcing the pair would end, beyond those that end anyway.</param>
    public sealed record Answer(WhyNot WhyNot, IReadOnlyList<PairOf> Ends);

    public static Answer Of(CohortSnapshot cohort, string mentor, string mentee)
    {
        var request = MatchingView.RequestFor(cohort);
        var standing = MatchingView.Standing(cohort);
        var plain = Explain.WhyNot(request, mentor, mentee);
        if (standing.Count == 0 || plain is WhyNot.CannotSay or WhyNot.Forbidden)
        {
            return new Answer(plain, []);
        }

        var best = ProposalMaker.Solve(request, standing);
        if (best.Result.Pairs.FirstOrDefault(p => p.Mentor == mentor && p.Mentee == mentee) is { } pair)
        {
            return new Answer(new WhyNot.TheyAreAPair(pair), []);
        }

        var forced = ProposalMaker.Solve(
            request with { Rules = request.Rules with { Pins = [.. request.Rules.Pins, new PairOf(mentor, mentee)] } }, standing);
        if (!forced.Result.IsSolved)
        {
            return new Answer(new WhyNot.CannotSay(forced.Result.Problems), []);
        }

        var (was, becomes) = (best.Result.Objectives, forced.Result.Objectives);
        var loss = new Objectives(
            was.Pairs - becomes.Pairs, becomes.Conflicts - was.Conflicts, was.Floor - becomes.Floor, was.Total - becomes.Total);
        var ends = forced.Ended.Select(e => e.Pair).Except(best.Ended.Select(e => e.Pair)).ToList();
        return new Answer(new WhyNot.WouldCost(was, becomes, loss, forced.Result, Sentence(ends.Count, loss)), ends);
    }

    private static string Sentence(int ends, Objectives loss) =>
        ends > 0 ? $"{(ends == 1 ? "One match" : $"{ends} matches")} people were already told of would have to end."
        : loss.Pairs > 0 ? $"{loss.Pairs} fewer {(loss.Pairs == 1 ? "pair" : "pairs")} could be made."
        : loss.Conflicts > 0 ? $"{loss.Conflicts} more {(loss.Conflicts == 1 ? "conflict" : "conflicts")} would have to be accepted."
        : loss.Floor > 0 ? "The worst pair would be worse."
        : loss.Total > 0 ? "The pairs together would suit less well."
        : "It would be exactly as good; the written tie-break chose otherwise.";
}
