namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>The sums a dual proof is made of, over the pairs the rules allow beside the pins.</summary>
internal sealed class ProofSums
{
    private readonly Pool _pool;
    private readonly OpenPairs _open;
    private readonly HashSet<int> _pinned;
    private readonly int[] _chosen;
    private readonly long _worst;

    public ProofSums(Pool pool, MatchingResult result)
    {
        _pool = pool;
        var task = Matcher.TaskOf(pool);
        _open = new OpenPairs(task);
        _pinned = [.. task.Pinned];
        _chosen = [.. result.Pairs.Select(p => pool.Candidates.IndexOf(pool.MentorIndex(p.Mentor), pool.MenteeIndex(p.Mentee)))
            .Where(p => !_pinned.Contains(p))];
        _worst = result.Objectives.Floor;
        var higher = Enumerable.Range(0, pool.Candidates.Count).Where(p => !_pinned.Contains(p) && pool.Candidates.Score[p] > _worst)
            .Select(p => (long)pool.Candidates.Score[p]).DefaultIfEmpty(long.MaxValue).Min();
        NextFloor = higher;
        FloorIsHighestOfItself = _chosen.Length == 0 || task.PinFloor <= _worst || higher == long.MaxValue;
    }

    /// <summary>
    /// A pin scores no more, nothing scores more, or nothing beside the pins was chosen: no other choice could raise the floor.
    /// </summary>
    public bool FloorIsHighestOfItself { get; }

    /// <summary>The next score above the result's worst pair.</summary>
    public long NextFloor { get; }

    /// <summary>Whether the worths are large enough to keep the objectives in their order.</summary>
    public bool PutsPairsThenConflictsFirst(DualProof proof)
    {
        var (conflicts, scores, spread) = _pool.Candidates.Count == 0
            ? (0, 0, 0)
            : (_pool.Candidates.Conflicts.Max(), _pool.Candidates.Score.Max(), _pool.Candidates.Score.Max() - _pool.Candidates.Score.Min());
        Int128 most = _open.Most;
        return proof.ConflictWorth > most * spread * proof.ScoreWorth
            && proof.PairWorth > most * (((Int128)conflicts * proof.ConflictWorth) + (scores * proof.ScoreWorth))
            && proof.MentorPrices.Count == _pool.Mentors.Length && proof.MenteePrices.Count == _pool.Mentees.Length
            && proof.MentorPrices.Concat(proof.MenteePrices).All(p => p <= 0);
    }

    /// <summary>What every match costs at least.</summary>
    public Int128 LeastCost(DualProof proof)
    {
        Int128 sum = 0;
        for (var mentor = 0; mentor < _open.MentorRoom.Length; mentor++)
        {
            sum += (Int128)_open.MentorRoom[mentor] * proof.MentorPrices[mentor];
        }

        for (var mentee = 0; mentee < _open.MenteeRoom.Length; mentee++)
        {
            sum += (Int128)_open.MenteeRoom[mentee] * proof.MenteePrices[mentee];
        }

        var mentorOf = _pool.Candidates.MentorOfPairs();
        for (var pair = 0; pair < _pool.Candidates.Count; pair++)
        {
            var mentee = _pool.Candidates.Mentee[pair];
            if (_pool.Candidates.Score[pair] < proof.FloorAtLeast || _pinned.Contains(pair)
                || _open.MentorRoom[mentorOf[pair]] == 0 || _open.MenteeRoom[mentee] == 0)
            {
                continue;
            }

            sum += Int128.Min(0, Cost(proof, pair) - proof.MentorPrices[mentorOf[pair]] - proof.MenteePrices[mentee]);
        }

        return sum;
    }

    public Int128 CostOfResult(DualProof proof) => _chosen.Aggregate((Int128)0, (sum, pair) => sum + Cost(proof, pair));

    private Int128 Cost(DualProof proof, int pair) =>
        ((Int128)_pool.Candidates.Conflicts[pair] * proof.ConflictWorth)
        - ((Int128)_pool.Candidates.Score[pair] * proof.ScoreWorth)
        - proof.PairWorth;
}
