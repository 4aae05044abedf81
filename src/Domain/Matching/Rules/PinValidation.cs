using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

internal static class PinValidation
{
    public static IEnumerable<MatchingProblem> Problems(MatchingRequest request)
    {
        if (request.Rules.Pins.Count == 0)
        {
            return [];
        }

        var members = new Membership(request);
        return [.. EachPin(request, members), .. BeyondCapacity(request, members)];
    }

    private static IEnumerable<MatchingProblem> EachPin(MatchingRequest request, Membership members)
    {
        var rules = new HardRules(request.Rules);
        var seen = new HashSet<PairOf>();
        foreach (var (pin, index) in request.Rules.Pins.Select((p, i) => (p, i)))
        {
            var place = $"rules.pins[{index}]";
            if (!seen.Add(pin))
            {
                yield return new(place, $"The pair {pin.Mentor} with {pin.Mentee} is pinned twice.");
            }

            foreach (var id in new[] { pin.Mentor, pin.Mentee }.Distinct().Where(id => members.Find(id) is null))
            {
                yield return new(place, $"Nobody in this cohort has the id {id}.");
            }

            if (members.Find(pin.Mentor) is not { } mentor || members.Find(pin.Mentee) is not { } mentee)
            {
                continue;
            }

            foreach (var broken in rules.All(mentor, mentee))
            {
                yield return new(
                    place, $"{pin.Mentor} cannot be pinned to {pin.Mentee}. {RuleSentences.Of(broken, request.Rules).Sentence}");
            }
        }
    }

    private static IEnumerable<MatchingProblem> BeyondCapacity(MatchingRequest request, Membership members)
    {
        var pins = request.Rules.Pins.Distinct().ToList();
        foreach (var group in pins.GroupBy(p => p.Mentor, StringComparer.Ordinal))
        {
            if (members.Find(group.Key) is { } mentor && group.Count() > Math.Max(mentor.Person.CapacityAsMentor, 1))
            {
                yield return new("rules.pins", Sentence(group.Key, "reverse mentor", group.Count(), mentor.Person.CapacityAsMentor));
            }
        }

        foreach (var group in pins.GroupBy(p => p.Mentee, StringComparer.Ordinal))
        {
            if (members.Find(group.Key) is { } mentee && group.Count() > Math.Max(mentee.Person.CapacityAsMentee, 1))
            {
                yield return new("rules.pins", Sentence(group.Key, "reverse mentee", group.Count(), mentee.Person.CapacityAsMentee));
            }
        }
    }

    private static string Sentence(string id, string side, int pins, int capacity) =>
        $"{id} is pinned as {side} in {pins} pairs but has room for {capacity}.";
}
