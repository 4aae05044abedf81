namespace ReverseMentoring.Domain.Evaluation;

/// <summary>
/// Statistical disclosure control: what may be told of numbers about people so that neither one number nor the difference of two tells
/// anything about one of them, not even to somebody who knows their own.
/// </summary>
internal static class Disclosure
{
    /// <summary>Numbers are told in steps of this; it is also the least number of scores that an average is told of.</summary>
    public const int Step = 5;

    private const int Lowest = 1;
    private const int Highest = 5;

    /// <summary>No number tells that everyone is counted in it, or everyone but one, who would know it of all the others.</summary>
    private const int Spare = 2;

    /// <summary>
    /// Points by which all scores together may lie from an end of the scale at the least when the average nearest to it is told: the most
    /// that somebody may know of (their own four), and two that others may have given.
    /// </summary>
    private const int PointsFromEnd = Highest - Lowest + 2;

    /// <summary>So many are told of by themselves, and enough are not.</summary>
    public static bool Spares(int number, int of) => number <= of - Spare;

    /// <returns>The band that a number is told as; null where there are too few people to tell anything of.</returns>
    public static Band? BandOf(int number, int of)
    {
        var last = Math.Max(0, of - Spare) / Step * Step;
        var from = Math.Min(number / Step * Step, last);
        return last < Step ? null : new Band(from, from == last ? null : from + Step - 1);
    }

    /// <summary>
    /// The average to the nearest half; towards either end of the scale only that it is so much or more, or so much or less. How near the
    /// end that begins depends on the band alone, so it tells nothing about how many scores there are.
    /// </summary>
    /// <param name="scores">1 to 5 each.</param>
    /// <param name="band">What is told of how many there are.</param>
    /// <returns>Null where no average may be told.</returns>
    public static RoundedMean? MeanOf(IReadOnlyCollection<int> scores, Band? band)
    {
        if (band is null || band.From < Step)
        {
            return null;
        }

        var halves = ((4 * scores.Sum()) + scores.Count) / (2 * scores.Count);
        var top = TopHalves(band.From);
        var bottom = (2 * (Lowest + Highest)) - top;
        return new RoundedMean(
            Math.Clamp(halves, bottom, top) / 2m,
            halves >= top && top < 2 * Highest ? Bound.OrMore : halves <= bottom && bottom > 2 * Lowest ? Bound.OrLess : Bound.None);
    }

    /// <summary>The highest average, in halves, that a number of scores may be told to have, or to be above.</summary>
    private static int TopHalves(int scores)
    {
        var top = 2 * Highest;
        while ((Highest * scores) - LeastSum(top, scores) < PointsFromEnd)
        {
            top--;
        }

        return top;
    }

    /// <summary>The least that scores can add up to whose average is rounded to so many halves.</summary>
    private static int LeastSum(int halves, int scores) => ((((2 * halves) - 1) * scores) + 3) / 4;
}

/// <param name="To">Included; null where it has no end.</param>
internal sealed record Band(int From, int? To);

/// <param name="Mean">A multiple of a half.</param>
internal sealed record RoundedMean(decimal Mean, Bound Bound);

internal enum Bound
{
    None,
    OrMore,
    OrLess,
}
