using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Gatherings;

public class EventStepsTests
{
    [Theory]
    [InlineData("launch-invitation", "launch-invitation", "m1 m2 j1 j2")]
    [InlineData("support-session-1-invitation", "support-session", "m1 m2")]
    [InlineData("mixer-invitation", "mixer", "m1 m2 j1 j2")]
    [InlineData("wash-up-invitation", "wash-up", "m1 m2 j1 j2")]
    public void Each_gathering_invites_those_it_is_for(string step, string template, string people) =>
        Assert.Equal(people.Split(' ').Select(p => $"{template} to {p}"), Given.MatchedCohort().Plan(step).Emails());

    [Fact]
    public void Who_is_in_no_pair_or_whose_pair_ended_early_is_not_invited()
    {
        var cohort = Given.Cohort().AllAnswered().Released(("m1", "j1"));
        Assert.Equal(["launch-invitation to m1", "launch-invitation to j1"], cohort.Plan("launch-invitation").Emails());
        Assert.Empty(cohort.PairNo(1, p => p with { EndedAt = Given.Started }).Plan("launch-invitation").Mails);
        Assert.Equal(2, cohort.PairNo(1, p => p with { EndedAt = Given.Started, Completed = true }).Plan("wash-up-invitation").Mails.Count);
    }

    [Fact]
    public void Training_is_for_everyone_who_answered_matched_or_not_yet()
    {
        var trained = Given.Cohort()
            .Person("m1", p => p with { Portrait = Given.Portrait("m1") }).Person("j1", p => p with { Portrait = Given.Portrait("j1") })
            .Defined(d => d with
            {
                Events = [
                .. d.Events,
                d.Events[0] with { Kind = GatheringKinds.Training.Kind, Number = 1, Audience = EventAudience.ReverseMentees }]
            });
        Assert.Equal(["training to j1"], trained.Plan("training-1-invitation").Emails());
        Assert.Empty(trained.Person("j1", p => p with { MentoringEndedAt = Given.Started }).Plan("training-1-invitation").Mails);
    }

    [Fact]
    public void An_invitation_to_what_is_over_is_not_sent() =>
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan("launch-invitation", Given.London("2023-03-28T16:30")));

    [Fact]
    public void The_day_itself_sends_nothing() => Assert.Equal(Effects.Nothing, Given.MatchedCohort().Plan("launch"));
}
