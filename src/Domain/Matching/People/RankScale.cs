namespace ReverseMentoring.Domain.Matching.People;

/// <summary>
/// One organisation's rank names, junior to senior. <see cref="RankScale.AnyOrganisation"/> stands for every organisation not named.
/// </summary>
public sealed record OrganisationRanks(string Organisation, IReadOnlyList<string> JuniorToSenior);

/// <summary>Where a rank stands on the common scale that compares organisations; higher is more senior.</summary>
public sealed record RankEquivalence(string Organisation, string Rank, int Level);

/// <summary>
/// Who is senior to whom (N9, N5). Inside one organisation the order of its list decides; across organisations the common levels do, and
/// two
/// ranks of which one has no level cannot be compared.
/// </summary>
public sealed record RankScale(IReadOnlyList<OrganisationRanks> Organisations, IReadOnlyList<RankEquivalence> Equivalences)
{
    /// <summary>The organisation name that stands for all organisations without a list of their own.</summary>
    public const string AnyOrganisation = "*";

    /// <summary>One list for everybody, whatever their organisation.</summary>
    public static RankScale ForEveryone(params IReadOnlyList<string> juniorToSenior) =>
        new([new OrganisationRanks(AnyOrganisation, juniorToSenior)], []);

    /// <summary>The place of a rank, or that nobody declared it.</summary>
    public RankLookup Find(string organisation, string rank)
    {
        var list = ListOf(organisation);
        if (list < 0)
        {
            return new RankLookup.Undeclared(organisation, rank);
        }

        var place = IndexOf(Organisations[list].JuniorToSenior, rank);
        return place < 0 ? new RankLookup.Undeclared(organisation, rank) : new RankLookup.Declared(list, place, LevelOf(list, rank));
    }

    /// <summary>
    /// Contradictions in the scale itself: a rank or organisation twice, an equivalence of nothing, levels against the order.
    /// </summary>
    public IReadOnlyList<MatchingProblem> Validate() => RankScaleValidation.Problems(this);

    internal int ListOf(string organisation)
    {
        var named = IndexOf(Organisations.Select(o => o.Organisation), organisation);
        return named >= 0 ? named : IndexOf(Organisations.Select(o => o.Organisation), AnyOrganisation);
    }

    private int? LevelOf(int list, string rank) => Equivalences
        .Where(e => Label.Same(e.Organisation, Organisations[list].Organisation) && Label.Same(e.Rank, rank))
        .Select(e => (int?)e.Level)
        .FirstOrDefault();

    private static int IndexOf(IEnumerable<string> names, string name)
    {
        var index = 0;
        foreach (var candidate in names)
        {
            if (Label.Same(candidate, name))
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
