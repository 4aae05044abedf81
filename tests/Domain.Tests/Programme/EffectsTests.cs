using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class EffectsTests
{
    private static readonly Person Someone = Given.Mentor("m1");
    private static readonly Pair Two = Given.Pair(1, "m1", "j1");

    [Fact]
    public void What_is_new_is_written_first_then_people_then_their_pairs_and_offers()
    {
        var effects = Effects.Write(
            Effects.Change(
                Two, p => p), Effects.Change(Given.Offer(1, "m1", "j1"), o => o), Effects.Change(Someone, p => p), Effects.Create(Two));
        Assert.Equal(
            [typeof(DocumentWrite.Create<Pair>),
                typeof(DocumentWrite.Change<Person>), typeof(DocumentWrite.Change<Pair>), typeof(DocumentWrite.Change<MatchOffer>)],
            effects.InOrder.Select(w => w.GetType()));
    }

    [Fact]
    public void Two_effects_together_do_all_that_both_do_and_are_skipped_only_where_both_are()
    {
        var one = Effects.Write(Effects.Create(Two)) with { ErasesFiles = true };
        var other = Effects.Write(Effects.Change(Someone, p => p)) with { Files = ["report.html"], Cohort = c => c with { Paused = true } };
        var both = one.And(other);
        Assert.Equal((2, true, "report.html", false), (both.Writes.Count, both.ErasesFiles, Assert.Single(both.Files), both.Skipped));
        Assert.True(both.Cohort(Given.Cohort().Cohort).Paused);
        Assert.False(Effects.TooLate.And(other).Skipped);
        Assert.True(Effects.TooLate.And(Effects.TooLate).Skipped);
    }
}
