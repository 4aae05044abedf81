using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Tests.Matching;

public class BruteForceTests
{
    private const int Cases = 20_000;

    [Fact]
    public void Twenty_thousand_random_cohorts_get_the_match_that_looking_at_every_match_gives()
    {
        var cohorts = new RandomCohorts(20230328);
        var (withPins, withRoomForTwo, withDualRoles) = (0, 0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var request = cohorts.Next();
            var best = BruteForce.Best(request, BruteForce.SchemeOrder);
            var result = Matcher.Match(request);
            Assert.Equal(best.Select(p => p.Ids), result.Pairs.Select(p => new PairOf(p.Mentor, p.Mentee)));
            Assert.Equal(
                new Objectives(best.Count, best.Sum(p => p.Conflicts), BruteForce.Floor(best), best.Sum(p => p.Score)),
                result.Objectives);
            Assert.True(CertificateCheck.Proves(request, result), $"case {i}");
            withPins += request.Rules.Pins.Count > 0 ? 1 : 0;
            withRoomForTwo += result.Pairs.CountBy(p => p.Mentor).Concat(result.Pairs.CountBy(p => p.Mentee)).Any(c => c.Value > 1) ? 1 : 0;
            withDualRoles += result.Pairs.Select(p => p.Mentor).Intersect(result.Pairs.Select(p => p.Mentee)).Any() ? 1 : 0;
        }

        // The cases are worth the name only if they hold what they are about.
        Assert.True(withPins > 1000 && withRoomForTwo > 1000 && withDualRoles > 1000, $"{withPins} {withRoomForTwo} {withDualRoles}");
    }
}
