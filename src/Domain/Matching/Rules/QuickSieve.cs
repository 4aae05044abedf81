using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>
/// One side's people as flat arrays, to pass over the many pairs that cannot be in a few instructions each. It only ever rules out what
/// <see cref="HardRules"/> rules out too; whoever is left is asked of those.
/// </summary>
internal sealed class QuickSieve
{
    private readonly bool _accessCounts;
    private readonly int[] _rankClass;
    private readonly ulong[] _required;
    private readonly ulong[] _offered;
    private readonly List<RankLookup.Declared?> _classes;

    public QuickSieve(Member[] mentees, bool accessCounts)
    {
        _accessCounts = accessCounts;
        _classes = [.. mentees.Select(m => m.Rank).Distinct()];
        var classOf = _classes.Select((rank, i) => (rank, i)).Where(c => c.rank is not null).ToDictionary(c => c.rank!, c => c.i);
        _rankClass = [.. mentees.Select(m => m.Rank is { } rank ? classOf[rank] : _classes.IndexOf(null))];
        _required = [.. mentees.Select(m => m.AccessRequired.Bits)];
        _offered = [.. mentees.Select(m => m.AccessOffered.Bits)];
    }

    /// <summary>Fills in the mentees a mentor may be allowed to be with, and returns how many.</summary>
    public int Possible(Member mentor, Span<int> mentees)
    {
        if (mentor.Rank is not { } junior)
        {
            return 0;
        }

        var senior = new bool[_classes.Count];
        for (var i = 0; i < senior.Length; i++)
        {
            senior[i] = _classes[i]?.IsSeniorTo(junior) ?? false;
        }

        var (needs, meets) = _accessCounts ? (mentor.AccessRequired.Bits, ~mentor.AccessOffered.Bits) : (0UL, 0UL);
        var count = 0;
        for (var mentee = 0; mentee < _rankClass.Length; mentee++)
        {
            mentees[count] = mentee;
            // Counting without a branch: most pairs fail here, in no order a processor could guess.
            var fits = senior[_rankClass[mentee]] & ((needs & ~_offered[mentee]) | (_required[mentee] & meets)) == 0;
            count += fits ? 1 : 0;
        }

        return count;
    }
}
