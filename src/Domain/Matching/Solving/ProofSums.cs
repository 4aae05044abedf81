namespace ReverseMentoring.Domain.Matching;

/// <summary>The sums a dual proof is made of, over the pairs the rules allow beside the pins.</summary>
internal sealed class ProofSums
{
    private readonly Pool pool;
    private readonly OpenPairs open;
    private readonly HashSet<int> pinned;
    private readonly int[] chosen;
    private readonly long worst;

    public ProofSums(Pool pool, MatchingResult result)
    {
        this.pool = pool;
        var task = Matcher.TaskOf(pool);
        open = new OpenPairs(task);
        pinned = [.. task.Pinned];
        chosen = [.. result.Pairs.Select(p => pool.Candidates.IndexOf(pool.MentorIndex(p.Mentor), pool.MenteeIndex(p.Mentee)))
            .Where(p => !pinned.Contains(p))];
        worst = result.Objectives.Floor;
        var higher = Enumerable.Range(0, pool.Candidates.Count).Where(p => !pinned.Contains(p) && pool.Candidates.Score[p] > worst)
            .Select(p => (long)pool.Candidates.Score[p]).DefaultIfEmpty(long.MaxValue).Min();
        NextFloor = higher;
        FloorIsHighestOfItself = chosen.Length == 0 || task.PinFloor <= worst || higher == long.MaxValue;
    }

    /// <summary>A pin scores no more, nothing scores more, or nothing beside the pins was chosen: no other choice could raise the floor.</summary>
    public bool FloorIsHighestOfItself { get; }

    /// <summary>The next score above the result's worst pair.</summary>
    public long NextFloor { get; }

    /// <summary>Whether the worths are large enough to keep the objectives in their order.</summary>
    public bool PutsPairsThenConflictsFirst(DualProof proof)
    {
        var (conflicts, scores, spread) = pool.Candidates.Count == 0
            ? (0, 0, 0)
            : (pool.Candidates.Conflicts.Max(), pool.Candidates.Score.Max(), pool.Candidates.Score.Max() - pool.Candidates.Score.Min());
        Int128 most = open.Most;
        return proof.ConflictWorth > most * spread * proof.ScoreWorth
            && proof.PairWorth > most * (((Int128)conflicts * proof.ConflictWorth) + (scores * proof.ScoreWorth))
            && proof.MentorPrices.Count == pool.Mentors.Length && proof.MenteePrices.Count == pool.Mentees.Length
            && proof.MentorPrices.Concat(proof.MenteePrices).All(p => p <= 0);
    }

    /// <summary>What every match costs at least.</summary>
    public Int128 LeastCost(DualProof proof)
    {
        Int128 sum = 0;
        for (var mentor = 0; mentor < open.MentorRoom.Length; mentor++)
            sum += (Int128)open.MentorRoom[mentor] * proof.MentorPrices[mentor];
        for (var mentee = 0; mentee < open.MenteeRoom.Length; mentee++)
            sum += (Int128)open.MenteeRoom[mentee] * proof.MenteePrices[mentee];
        var mentorOf = pool.Candidates.MentorOfPairs();
        for (var pair = 0; pair < pool.Candidates.Count; pair++)
        {
            var mentee = pool.Candidates.Mentee[pair];
            if (pool.Candidates.Score[pair] < proof.FloorAtLeast || pinned.Contains(pair)
                || open.MentorRoom[mentorOf[pair]] == 0 || open.MenteeRoom[mentee] == 0)
                continue;
            sum += Int128.Min(0, Cost(proof, pair) - proof.MentorPrices[mentorOf[pair]] - proof.MenteePrices[mentee]);
        }

        return sum;
    }

    public Int128 CostOfResult(DualProof proof) => chosen.Aggregate((Int128)0, (sum, pair) => sum + Cost(proof, pair));

    private Int128 Cost(DualProof proof, int pair) =>
        ((Int128)pool.Candidates.Conflicts[pair] * proof.ConflictWorth) - ((Int128)pool.Candidates.Score[pair] * proof.ScoreWorth) - proof.PairWorth;
}
