using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>The answer to "why not X with Y?".</summary>
public abstract record WhyNot
{
    private WhyNot()
    {
    }

    /// <summary>Hard rules, pins or capacity make it impossible.</summary>
    public sealed record Forbidden(IReadOnlyList<BrokenRule> Rules) : WhyNot;

    /// <summary>They are a pair already.</summary>
    public sealed record TheyAreAPair(MatchedPair Pair) : WhyNot;

    /// <summary>It can be forced, at this price.</summary>
    /// <param name="Loss">Best minus forced for pairs, floor and total; forced minus best for conflicts. The first that is not 0 decides;
    /// later
    /// ones may be negative (a gain). All 0: only the tie-break speaks against the pair.</param>
    /// <param name="WithPairForced">The whole match with the pair pinned, so that a coordinator sees who else would change.</param>
    public sealed record WouldCost(
        Objectives Best, Objectives Forced, Objectives Loss, MatchingResult WithPairForced, string Sentence) : WhyNot;

    /// <summary>The request itself has problems.</summary>
    public sealed record CannotSay(IReadOnlyList<MatchingProblem> Problems) : WhyNot;
}

internal static class WhyNots
{
    public static WhyNot Of(MatchingRequest request, string mentorId, string menteeId)
    {
        var best = Matcher.Match(request);
        if (!best.IsSolved)
        {
            return new WhyNot.CannotSay(best.Problems);
        }

        if (best.Pairs.FirstOrDefault(p => p.Mentor == mentorId && p.Mentee == menteeId) is { } pair)
        {
            return new WhyNot.TheyAreAPair(pair);
        }

        var members = new Membership(request);
        if (members.Find(mentorId) is not { } mentor || members.Find(menteeId) is not { } mentee)
        {
            return new WhyNot.CannotSay([new MatchingProblem("people", "One of them is not in this cohort.")]);
        }

        var broken = new HardRules(request.Rules).All(mentor, mentee);
        if (broken.Count > 0)
        {
            return new WhyNot.Forbidden([.. broken.Select(r => RuleSentences.Of(r, request.Rules))]);
        }

        var rules = request.Rules with { Pins = [.. request.Rules.Pins, new PairOf(mentorId, menteeId)] };
        var forced = Matcher.Match(request with { Rules = rules });
        if (!forced.IsSolved)
        {
            return new WhyNot.Forbidden([.. forced.Problems.Select(p => new BrokenRule(HardRule.NoCapacity, p.Sentence))]);
        }

        var (was, becomes) = (best.Objectives, forced.Objectives);
        var loss = new Objectives(
            was.Pairs - becomes.Pairs, becomes.Conflicts - was.Conflicts, was.Floor - becomes.Floor, was.Total - becomes.Total);
        return new WhyNot.WouldCost(was, becomes, loss, forced, Sentence(loss));
    }

    private static string Sentence(Objectives loss) => loss switch
    {
        { Pairs: > 0 } => loss.Pairs == 1 ? "One pair fewer could be made." : $"{loss.Pairs} pairs fewer could be made.",
        { Conflicts: > 0 } =>
            loss.Conflicts == 1 ? "There would be one more conflict." : $"There would be {loss.Conflicts} more conflicts.",
        { Floor: > 0 } => "The worst pair would be worse.",
        { Total: > 0 } => "The pairs together would suit less well.",
        _ => "It would be exactly as good; the written tie-break chose otherwise.",
    };
}
