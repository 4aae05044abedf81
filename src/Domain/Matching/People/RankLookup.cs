namespace ReverseMentoring.Domain.Matching.People;

/// <summary>The answer of <see cref="RankScale.Find"/>.</summary>
public abstract record RankLookup
{
    private RankLookup()
    {
    }

    /// <param name="Scale">Which organisation's list the rank is in.</param>
    /// <param name="Place">Its place there, 0 the most junior.</param>
    /// <param name="Level">Its level on the common scale, if the equivalence table gives one.</param>
    public sealed record Declared(int Scale, int Place, int? Level) : RankLookup
    {
        /// <summary>
        /// True when this rank is strictly senior to the other. Never true both ways round: it compares two numbers of one list, so nobody
        /// can be
        /// reverse mentor and reverse mentee of the same person.
        /// </summary>
        public bool IsSeniorTo(Declared other) =>
            IsComparableWith(other) && (Scale == other.Scale ? Place > other.Place : Level > other.Level);

        public bool IsComparableWith(Declared other) => Scale == other.Scale || (Level is not null && other.Level is not null);
    }

    /// <summary>Nobody declared this rank for this organisation.</summary>
    public sealed record Undeclared(string Organisation, string Rank) : RankLookup;
}
