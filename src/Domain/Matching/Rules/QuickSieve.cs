namespace ReverseMentoring.Domain.Matching;

/// <summary>
/// One side's people as flat arrays, to pass over the many pairs that cannot be in a few instructions each. It only ever rules out what
/// <see cref="HardRules"/> rules out too; whoever is left is asked of those.
/// </summary>
internal sealed class QuickSieve
{
    private readonly bool accessCounts;
    private readonly int[] rankClass;
    private readonly ulong[] required;
    private readonly ulong[] offered;
    private readonly List<RankLookup.Declared?> classes;

    public QuickSieve(Member[] mentees, bool accessCounts)
    {
        this.accessCounts = accessCounts;
        classes = [.. mentees.Select(m => m.Rank).Distinct()];
        var classOf = classes.Select((rank, i) => (rank, i)).Where(c => c.rank is not null).ToDictionary(c => c.rank!, c => c.i);
        rankClass = [.. mentees.Select(m => m.Rank is { } rank ? classOf[rank] : classes.IndexOf(null))];
        required = [.. mentees.Select(m => m.AccessRequired.Bits)];
        offered = [.. mentees.Select(m => m.AccessOffered.Bits)];
    }

    /// <summary>Fills in the mentees a mentor may be allowed to be with, and returns how many.</summary>
    public int Possible(Member mentor, Span<int> mentees)
    {
        if (mentor.Rank is not { } junior)
            return 0;
        var senior = new bool[classes.Count];
        for (var i = 0; i < senior.Length; i++)
            senior[i] = classes[i]?.IsSeniorTo(junior) ?? false;
        var (needs, meets) = accessCounts ? (mentor.AccessRequired.Bits, ~mentor.AccessOffered.Bits) : (0UL, 0UL);
        var count = 0;
        for (var mentee = 0; mentee < rankClass.Length; mentee++)
        {
            mentees[count] = mentee;
            // Counting without a branch: most pairs fail here, in no order a processor could guess.
            var fits = senior[rankClass[mentee]] & ((needs & ~offered[mentee]) | (required[mentee] & meets)) == 0;
            count += fits ? 1 : 0;
        }

        return count;
    }
}
