namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>
/// The pairs the hard rules allow, in compressed rows: mentors and mentees by index in id order, with score and conflicts. What the solver
/// sees.
/// </summary>
internal sealed record CandidatePairs(
    int[] RowStart,
    int[] Mentee,
    int[] Score,
    int[] Conflicts,
    int[] MentorPlaces,
    int[] MenteePlaces)
{
    public int Count => Mentee.Length;

    public int Mentors => MentorPlaces.Length;

    /// <summary>Where a pair is, or -1 when the rules do not allow it.</summary>
    public int IndexOf(int mentor, int mentee)
    {
        var (from, to) = (RowStart[mentor], RowStart[mentor + 1]);
        var at = Array.BinarySearch(Mentee, from, to - from, mentee);
        return at < 0 ? -1 : at;
    }

    /// <summary>The mentor of every pair.</summary>
    public int[] MentorOfPairs()
    {
        var mentors = new int[Count];
        for (var mentor = 0; mentor < Mentors; mentor++)
        {
            mentors.AsSpan(RowStart[mentor]..RowStart[mentor + 1]).Fill(mentor);
        }

        return mentors;
    }
}
