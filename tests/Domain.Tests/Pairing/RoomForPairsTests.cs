using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

/// <summary>Room for pairs can change after a proposal was made (L4).</summary>
public class RoomForPairsTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-03-01T10:00");

    private static readonly Proposal Two = new()
    {
        CohortId = Samples.Judicial2023.Id,
        Version = 1,
        ProposedAt = Now,
        Pairs = [new ProposedPair("m1", "j1", 0), new ProposedPair("m1", "j2", 0)],
        LeftOut = [],
    };

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void A_proposal_with_more_pairs_for_somebody_than_they_have_room_for_is_not_released(int places, bool released)
    {
        var cohort = Given.Cohort() with
        {
            Proposal = Two,
            People = [.. Given.Cohort().People.Select(p => p.Id == "m1" ? p with { MentorPlaces = places } : p)],
        };
        Assert.Equal(!released, ProposalRules.LeavesTooLittleRoom(cohort, Two));
        Assert.Equal(released, ProposalRules.Release(cohort, 1, Now).Succeeded);
        var done = cohort with { Proposal = Two with { ReleasedAt = Now } };
        Assert.True(ProposalRules.Release(done, 1, Now).Succeeded);
    }
}
