using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class WaitingFormTests
{
    private static readonly CohortSnapshot Unmatched = Given.Cohort().AllAnswered();

    [Theory]
    [InlineData("wait", true)]
    [InlineData("stop", false)]
    public void The_person_waits_or_does_not_and_their_clock_runs_either_way(string choice, bool waits)
    {
        var changed = Apply(choice, Unmatched.FindPerson("m1")!);
        Assert.Equal(
            (waits, Given.Started, Given.Started), (changed.WaitingSince is not null, changed.WaitingAnsweredAt, changed.MentoringEndedAt));
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        var waiting = Apply("wait", Unmatched.FindPerson("m1")!);
        Assert.Same(waiting, Apply("wait", waiting));
    }

    [Fact]
    public void Without_a_choice_nothing_is_answered() => Assert.Equal([new Problem("choice", "missing")], Decide("").Problems);

    private static Person Apply(string choice, Person person) => Assert.Single(Decide(choice).Value!.People).Apply(person);

    private static Outcome<Effects> Decide(string choice) =>
        Given.Decision("waiting-list", Unmatched, "m1", new Dictionary<string, string> { ["choice"] = choice });
}
