using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Tests.Matching;

/// <summary>Looks at every match there is.</summary>
internal static class BruteForce
{
    /// <summary>The best match by an order of whole numbers, greatest first, ties by the sorted list of pairs.</summary>
    public static List<ReferencePair> Best(MatchingRequest request, Func<List<ReferencePair>, long[]> worth)
    {
        List<ReferencePair>? best = null;
        long[] bestWorth = [];
        foreach (var match in All(request))
        {
            var value = worth(match);
            var order = best is null ? 1 : value.AsSpan().SequenceCompareTo(bestWorth);
            // Matches come in the order of their lists, longer ones of a common beginning first, so the first of equals is the canonical
            // one.
            if (order > 0)
            {
                (best, bestWorth) = (match, value);
            }
        }

        return best!;
    }

    /// <summary>The scheme's order: pairs, conflicts, floor, total.</summary>
    public static long[] SchemeOrder(List<ReferencePair> match) =>
        [match.Count, -match.Sum(p => p.Conflicts), Floor(match), match.Sum(p => p.Score)];

    public static long Floor(List<ReferencePair> match) => match.Count == 0 ? 0 : match.Min(p => p.Score);

    /// <summary>Every match that holds the pins, with no more pairs per person than there is room for.</summary>
    public static IEnumerable<List<ReferencePair>> All(MatchingRequest request)
    {
        var pairs = Reference.AllowedPairs(request);
        var mentors = request.People.ToDictionary(p => p.Id, p => p.CapacityAsMentor);
        var mentees = request.People.ToDictionary(p => p.Id, p => p.CapacityAsMentee);
        return Extend(0, []);

        IEnumerable<List<ReferencePair>> Extend(int from, List<ReferencePair> match)
        {
            if (from == pairs.Count)
            {
                yield return [.. match];
                yield break;
            }

            var pair = pairs[from];
            if (mentors[pair.Ids.Mentor] > 0 && mentees[pair.Ids.Mentee] > 0)
            {
                mentors[pair.Ids.Mentor]--;
                mentees[pair.Ids.Mentee]--;
                match.Add(pair);
                foreach (var longer in Extend(from + 1, match))
                {
                    yield return longer;
                }

                match.RemoveAt(match.Count - 1);
                mentors[pair.Ids.Mentor]++;
                mentees[pair.Ids.Mentee]++;
            }

            if (request.Rules.Pins.Contains(pair.Ids))
            {
                yield break;
            }

            foreach (var longer in Extend(from + 1, match))
            {
                yield return longer;
            }
        }
    }
}
