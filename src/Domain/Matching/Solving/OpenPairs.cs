using ReverseMentoring.Domain.Matching.Assignment;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>What is left to decide once the pins are made: pairs at or above a floor, and the places still free.</summary>
internal sealed class OpenPairs
{
    private readonly SolveTask _task;
    private readonly bool[] _pinned;

    public OpenPairs(SolveTask task)
    {
        _task = task;
        _pinned = new bool[task.Pairs.Count];
        MentorRoom = [.. task.Pairs.MentorPlaces];
        MenteeRoom = [.. task.Pairs.MenteePlaces];
        var mentors = task.Pinned.Length == 0 ? [] : task.Pairs.MentorOfPairs();
        foreach (var pin in task.Pinned)
        {
            _pinned[pin] = true;
            MentorRoom[mentors[pin]]--;
            MenteeRoom[task.Pairs.Mentee[pin]]--;
        }

        Most = (int)Math.Min(MentorRoom.Sum(r => (long)r), MenteeRoom.Sum(r => (long)r));
        Most = Math.Min(Most, task.Pairs.Count);
    }

    public int[] MentorRoom { get; }

    public int[] MenteeRoom { get; }

    /// <summary>The most pairs there could be beside the pins.</summary>
    public int Most { get; }

    /// <summary>The distinct scores a floor can have, ascending; a pin's score is the highest that matters.</summary>
    public int[] Floors()
    {
        var cap = _task.PinFloor;
        var scores = new HashSet<int>();
        for (var pair = 0; pair < _pinned.Length; pair++)
        {
            if (!_pinned[pair])
            {
                scores.Add(Math.Min(_task.Pairs.Score[pair], cap));
            }
        }

        return [.. scores.Order()];
    }

    /// <summary>The solver's problem with the pairs at or above a floor; <paramref name="pairOf"/> maps its edges back.</summary>
    /// <param name="clean">Whether only pairs that are perfect in what counts first are wanted.</param>
    public SparseProblem AtOrAbove(long floor, long[] cost, out int[] pairOf, bool clean = false)
    {
        var pairs = _task.Pairs;
        var start = new int[pairs.Mentors + 1];
        var kept = new int[pairs.Count];
        var count = 0;
        for (var mentor = 0; mentor < pairs.Mentors; mentor++)
        {
            if (MentorRoom[mentor] > 0)
            {
                for (var pair = pairs.RowStart[mentor]; pair < pairs.RowStart[mentor + 1]; pair++)
                {
                    if (pairs.Score[pair] >= floor && !_pinned[pair] && MenteeRoom[pairs.Mentee[pair]] > 0
                        && !(clean && _task.First[pair] > 0))
                    {
                        kept[count++] = pair;
                    }
                }
            }

            start[mentor + 1] = count;
        }

        pairOf = kept[..count];
        return new SparseProblem(start, Pick(pairs.Mentee, pairOf), Pick(cost, pairOf), MentorRoom, MenteeRoom);
    }

    private static T[] Pick<T>(T[] values, int[] at)
    {
        var picked = new T[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            picked[i] = values[at[i]];
        }

        return picked;
    }
}
