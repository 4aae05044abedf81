using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>Who still has a place for a pair, on which side, and why it stayed empty.</summary>
internal static class LeftOut
{
    public static IReadOnlyList<UnmatchedPerson> Of(Pool pool, IReadOnlyList<MatchedPair> pairs)
    {
        var candidates = pool.Candidates;
        var partnersOfMentor = new int[pool.Mentors.Length];
        var partnersOfMentee = new int[pool.Mentees.Length];
        for (var mentor = 0; mentor < pool.Mentors.Length; mentor++)
        {
            partnersOfMentor[mentor] = candidates.RowStart[mentor + 1] - candidates.RowStart[mentor];
        }

        foreach (var mentee in candidates.Mentee)
        {
            partnersOfMentee[mentee]++;
        }

        return
        [
            .. Side(pool, pool.Mentors, partnersOfMentor, Sides.Mentor, pairs.CountBy(p => p.Mentor)),
            .. Side(pool, pool.Mentees, partnersOfMentee, Sides.Mentee, pairs.CountBy(p => p.Mentee)),
        ];
    }

    // Only a side without any pair counts as left out: a second place that stays empty disappoints nobody.
    private static IEnumerable<UnmatchedPerson> Side(
        Pool pool, Member[] members, int[] partners, Sides side, IEnumerable<KeyValuePair<string, int>> counts)
    {
        var made = counts.ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < members.Length; i++)
        {
            var person = members[i].Person;
            if (made.ContainsKey(person.Id))
            {
                continue;
            }

            var places = side == Sides.Mentor ? person.CapacityAsMentor : person.CapacityAsMentee;
            var reason = partners[i] == 0 ? UnmatchedReason.NoPossiblePartner
                : pool.Request.Choice is null ? UnmatchedReason.PartnersTaken
                : UnmatchedReason.LeftOutByChoice;
            yield return new UnmatchedPerson(person.Id, side, places, reason, Sentence(reason, partners[i]));
        }
    }

    private static string Sentence(UnmatchedReason reason, int partners) => reason switch
    {
        UnmatchedReason.NoPossiblePartner => "No rule-abiding partner exists on the other side.",
        UnmatchedReason.PartnersTaken =>
            $"The {(partners == 1 ? "one possible partner is" : $"{partners} possible partners are all")} in other pairs, and no "
                + "rearrangement makes more pairs.",
        UnmatchedReason.LeftOutByChoice => "The coordinator chose a match that does not use every place.",
        var other => throw new ArgumentOutOfRangeException(nameof(reason), other, "There is no sentence for this reason."),
    };
}
