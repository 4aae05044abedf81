using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Tests.Matching;

public class ReadinessTests
{
    [Fact]
    public void A_competing_group_wants_too_much_and_nobody_can_be_left_out_of_it()
    {
        var cohorts = new RandomCohorts(41);
        var (mentors, mentees, none) = (0, 0, 0);
        for (var i = 0; i < 2000; i++)
        {
            var request = cohorts.Next();
            var report = Readiness.Check(request);
            mentors += Check(
                request, report.CompetingMentors, p => p.Mentor, p => p.Mentee, p => p.CapacityAsMentor, p => p.CapacityAsMentee);
            mentees += Check(
                request, report.CompetingMentees, p => p.Mentee, p => p.Mentor, p => p.CapacityAsMentee, p => p.CapacityAsMentor);
            none += report.CompetingMentors is null && report.CompetingMentees is null ? 1 : 0;
        }

        Assert.True(mentors > 100 && mentees > 100 && none > 20, $"{mentors} {mentees} {none}");
    }

    [Fact]
    public void Who_has_no_possible_partner_is_told_by_which_rules()
    {
        MatchPerson[] people =
        [
            new("a", "Firm", "trainee") { AccessRequired = ["step-free"] },
            new("b", "Firm", "trainee"),
            new("x", "Firm", "partner") { Sides = Sides.Mentee },
            new("y", "Firm", "trainee") { Sides = Sides.Mentee },
        ];
        var report = Readiness.Check(new MatchingRequest(people, RankScale.ForEveryone("trainee", "partner"), new MatchingRules()));
        Assert.Equal(["a", "y"], report.WithoutPartner.Select(p => p.Person));
        Assert.Equal([HardRule.AccessNeedsNotMet, HardRule.MenteeNotMoreSenior], report.WithoutPartner[0].Reasons.Select(r => r.Rule));
        Assert.Equal(2, report.WithoutPartner[0].Reasons[0].People);
        Assert.Equal((2L, 2L, 1, 1), (report.MentorPlaces, report.MenteePlaces, report.AllowedPairs, report.MostPairs));
    }

    private static int Check(
        MatchingRequest request, CompetingGroup? group,
        Func<PairOf, string> own, Func<PairOf, string> other, Func<MatchPerson, int> room, Func<MatchPerson, int> otherRoom)
    {
        var pairs = Reference.AllowedPairs(request).ConvertAll(p => p.Ids);
        var people = request.People.ToDictionary(p => p.Id);
        if (group is null)
        {
            var all = pairs.Select(own).Distinct().ToList();
            Assert.Equal(all.Sum(id => room(people[id])), Served(all));
            return 0;
        }

        Assert.Equal(group.Places, group.People.Sum(id => room(people[id])));
        Assert.Equal(group.CanHave, Served(group.People));
        Assert.True(group.CanHave < group.Places);
        Assert.Equal(
            pairs.Where(p => group.People.Contains(own(p))).Select(other).Distinct().Order(StringComparer.Ordinal), group.Partners);
        foreach (var person in group.People)
        {
            var rest = group.People.Where(p => p != person).ToList();
            Assert.Equal(rest.Sum(id => room(people[id])), Served(rest));
        }

        return 1;

        // The most pairs among these people, each pair tried in and out.
        int Served(IReadOnlyList<string> who)
        {
            var mine = pairs.Where(p => who.Contains(own(p))).ToList();
            var (left, there) =
                (who.ToDictionary(id => id, id => room(people[id])), people.ToDictionary(p => p.Key, p => otherRoom(p.Value)));
            return From(0);

            int From(int index)
            {
                if (index == mine.Count)
                {
                    return 0;
                }

                var pair = mine[index];
                var without = From(index + 1);
                if (left[own(pair)] == 0 || there[other(pair)] == 0)
                {
                    return without;
                }

                left[own(pair)]--;
                there[other(pair)]--;
                var with = 1 + From(index + 1);
                left[own(pair)]++;
                there[other(pair)]++;
                return Math.Max(with, without);
            }
        }
    }
}
