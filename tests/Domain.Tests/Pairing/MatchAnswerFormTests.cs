using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class MatchAnswerFormTests
{
    private static readonly CohortSnapshot Asking = Given.Cohort().AllAnswered() with
    {
        Offers = [Given.Offer(3, "m1", "j1") with { Mentor = ConsentQuestion.Ask(Given.Started.AddDays(-1), 7) }],
    };

    [Fact]
    public void Whoever_agrees_has_agreed_and_nothing_else_changes()
    {
        var effects = Decide("agree").Value!;
        Assert.Equal(ConsentAnswer.Agreed, Assert.Single(effects.Offers).Apply(Asking.Offers[0]).Mentor.Answer);
        Assert.Empty(effects.People);
    }

    [Theory]
    [InlineData("decline-and-wait", true)]
    [InlineData("decline-and-stop", false)]
    public void Whoever_declines_says_whether_to_look_for_another_and_until_the_match_is_given_up_that_changes_nothing_about_them(
        string choice, bool waits)
    {
        var effects = Decide(choice).Value!;
        var declined = Assert.Single(effects.Offers).Apply(Asking.Offers[0]);
        Assert.Equal((ConsentAnswer.Declined, waits), (declined.Mentor.Answer, declined.Mentor.WouldWait));
        Assert.Empty(effects.People);

        var then = Asking with { Offers = [declined] };
        var step = MentoringProgramme.TimelineOf(then, Given.Started).Steps.Single(s => s.Kind == "match-unavailable");
        Assert.Equal(declined.GivenUpAt, step.Due);
        var given = MentoringProgramme.Declared.Plan(step, then, ReadDocuments.None, declined.GivenUpAt.AddMinutes(1));
        var person = Assert.Single(given.People).Apply(Asking.FindPerson("m1")!);
        Assert.Equal(
            (waits, declined.GivenUpAt, declined.GivenUpAt),
                (person.WaitingSince is not null, person.WaitingAnsweredAt, person.MentoringEndedAt));
        Assert.Empty(given.Mails);
    }

    [Fact]
    public void Without_a_choice_nothing_is_answered() => Assert.Equal([new Problem("choice", "missing")], Decide("perhaps").Problems);

    [Fact]
    public void A_match_that_is_not_available_is_closed_whatever_the_cause_and_a_cancelled_cohort_asks_nobody()
    {
        var form = MentoringProgramme.Declared.FormOf("match-offer");
        string? Because(CohortSnapshot cohort) =>
            DeclaredProgramme.ClosedBecause(
                form, new FormContext(Given.Link("match-offer", "m1", 0, "pair-03"), cohort.FindPerson("m1")!, cohort, Given.Started));
        Assert.Null(Because(Asking));
        Assert.Equal("closed", Because(Asking with { Offers = [] }));
        Assert.Equal("closed", Because(Asking with { Offers = [Asking.Offers[0].Closed(Given.Started)] }));
        Assert.Equal("closed", Because(Asking.With(c => c with { CancelledAt = Given.Started })));
    }

    private static Outcome<Effects> Decide(string choice) =>
        Given.Decision("match-offer", Asking, "m1", new Dictionary<string, string> { ["choice"] = choice }, 0, "pair-03");
}
