using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>Everything that prevents a match, found at once.</summary>
internal static class RequestValidation
{
    public static IReadOnlyList<MatchingProblem> Problems(MatchingRequest request) =>
    [
        .. request.Ranks.Validate(),
        .. People(request),
        .. EmptySides(request.People),
        .. Weights(request.Rules),
        .. Lines(request.Rules),
        .. Forbids(request),
        .. PinValidation.Problems(request),
        .. Choice(request),
    ];

    private static IEnumerable<MatchingProblem> People(MatchingRequest request)
    {
        foreach (var id in request.People.GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return new($"people[{id}].id", $"The id {id} belongs to more than one person.");
        }

        foreach (var person in request.People)
        {
            if (string.IsNullOrWhiteSpace(person.Id))
            {
                yield return new("people.id", "A person has no id.");
            }

            if (request.Ranks.Find(person.Organisation, person.Rank) is RankLookup.Undeclared)
            {
                yield return new(
                    $"people[{person.Id}].rank",
                    $"Nobody declared the rank \"{person.Rank}\" for the organisation \"{person.Organisation}\".");
            }

            if (person.CapacityAsMentor < 0)
            {
                yield return new($"people[{person.Id}].capacityAsMentor", $"The capacity of {person.Id} as reverse mentor is negative.");
            }

            if (person.CapacityAsMentee < 0)
            {
                yield return new($"people[{person.Id}].capacityAsMentee", $"The capacity of {person.Id} as reverse mentee is negative.");
            }
        }
    }

    private static IEnumerable<MatchingProblem> EmptySides(IReadOnlyList<MatchPerson> people)
    {
        if (!people.Any(p => p.Sides.HasFlag(Sides.Mentor) && p.CapacityAsMentor > 0))
        {
            yield return new("people", "There is no reverse mentor with a place for a pair.");
        }

        if (!people.Any(p => p.Sides.HasFlag(Sides.Mentee) && p.CapacityAsMentee > 0))
        {
            yield return new("people", "There is no reverse mentee with a place for a pair.");
        }
    }

    private static IEnumerable<MatchingProblem> Weights(MatchingRules rules)
    {
        foreach (var (factor, weight) in rules.Weights.OrderBy(w => w.Key))
        {
            var place = $"rules.weights.{factor}";
            if (!Enum.IsDefined(factor))
            {
                yield return new(place, $"There is no factor \"{factor}\".");
            }
            else if (!double.IsFinite(weight))
            {
                yield return new(place, $"The weight of {factor} is not a number.");
            }
            else if (weight < 0)
            {
                yield return new(place, $"The weight of {factor} is negative.");
            }
            else if (weight > MatchingRules.GreatestWeight)
            {
                yield return new(place, $"The weight of {factor} is greater than {MatchingRules.GreatestWeight}.");
            }
        }
    }

    private static IEnumerable<MatchingProblem> Lines(MatchingRules rules)
    {
        if (rules.ReportingLineLevels < 0)
        {
            yield return new("rules.reportingLineLevels", "The levels of the reporting line cannot be negative; 0 turns the rule off.");
        }
    }

    // Past pairings and declines name people who may have left; a coordinator's own rule about nobody is a mistake.
    private static IEnumerable<MatchingProblem> Forbids(MatchingRequest request)
    {
        var known = request.People.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (forbid, index) in request.Rules.Forbids.Select((f, i) => (f, i)))
        {
            if (forbid.Kind != ForbidKind.Coordinator)
            {
                continue;
            }

            foreach (var id in new[] { forbid.One, forbid.Other }.Where(id => !known.Contains(id)).Distinct())
            {
                yield return new($"rules.forbids[{index}]", $"Nobody in this cohort has the id {id}.");
            }
        }
    }

    private static IEnumerable<MatchingProblem> Choice(MatchingRequest request)
    {
        if (request.Choice is { } choice && choice.Pairs < request.Rules.Pins.Distinct().Count())
        {
            yield return new("choice.pairs", "The chosen number of pairs is smaller than the number of pinned pairs.");
        }
    }
}
