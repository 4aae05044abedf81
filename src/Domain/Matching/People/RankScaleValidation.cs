namespace ReverseMentoring.Domain.Matching.People;

internal static class RankScaleValidation
{
    public static IReadOnlyList<MatchingProblem> Problems(RankScale scale) =>
        [.. Repeated(scale), .. Unfounded(scale), .. AgainstTheOrder(scale)];

    private static IEnumerable<MatchingProblem> Repeated(RankScale scale)
    {
        foreach (var name in Twice(scale.Organisations.Select(o => o.Organisation)))
        {
            yield return new("ranks.organisations", $"The organisation \"{name}\" has two lists of ranks.");
        }

        foreach (var organisation in scale.Organisations)
        {
            var place = $"ranks.organisations[{organisation.Organisation}]";
            if (organisation.JuniorToSenior.Count == 0)
            {
                yield return new(place, $"The organisation \"{organisation.Organisation}\" declares no ranks.");
            }

            foreach (var rank in Twice(organisation.JuniorToSenior))
            {
                yield return new(place, $"The rank \"{rank}\" is declared twice for \"{organisation.Organisation}\".");
            }
        }

        foreach (var name in Twice(scale.Equivalences.Select(e => $"{Label.Of(e.Rank)} of {Label.Of(e.Organisation)}")))
        {
            yield return new("ranks.equivalences", $"The rank {name} has two levels in the equivalence table.");
        }
    }

    private static IEnumerable<MatchingProblem> Unfounded(RankScale scale) =>
        from e in scale.Equivalences
        where !scale.Organisations.Any(o => Label.Same(o.Organisation, e.Organisation) && o.JuniorToSenior.Any(r => Label.Same(r, e.Rank)))
        select new MatchingProblem(
            "ranks.equivalences", $"The equivalence table places \"{e.Rank}\" of \"{e.Organisation}\", which nobody declared.");

    private static IEnumerable<MatchingProblem> AgainstTheOrder(RankScale scale)
    {
        foreach (var organisation in scale.Organisations)
        {
            (string Rank, int Level)? below = null;
            foreach (var rank in organisation.JuniorToSenior)
            {
                if (scale.Find(organisation.Organisation, rank) is not RankLookup.Declared { Level: { } level })
                {
                    continue;
                }

                if (below is { } lower && level < lower.Level)
                {
                    yield return new(
                        "ranks.equivalences",
                        $"\"{rank}\" of \"{organisation.Organisation}\" is senior to \"{lower.Rank}\" but has a lower level.");
                }

                below = (rank, level);
            }
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(Label.Of, Label.Comparer).Where(g => g.Count() > 1).Select(g => g.Key);
}
