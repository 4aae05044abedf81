using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Changes;

public class ChangeStepsTests
{
    private static readonly DateTimeOffset February = Given.London("2023-02-10T12:00");

    private static readonly DateTimeOffset Told = February + ChangeSteps.TimeToUndo;

    private static readonly CohortSnapshot Extended = Changed(Given.Cohort().Done("enrolment-opens"));

    [Fact]
    public void A_change_is_told_when_it_cannot_be_taken_back_any_more_to_those_it_concerned_when_it_was_made_but_who_has_left()
    {
        Assert.Equal(StepState.Upcoming, Extended.Step("change-1", Told.AddTicks(-1)).State);
        Assert.Equal(StepState.Due, Extended.Step("change-1", Told).State);
        var leaver = Extended.Person("m2", p => p with { WithdrawnAt = February });
        Assert.Equal(["change-notice to m1", "change-notice to j1", "change-notice to j2"], leaver.Plan("change-1").Emails());
    }

    [Fact]
    public void The_email_says_what_was_changed_from_when_to_when()
    {
        var mail = Extended.Plan("change-1").Mails[0];
        Assert.Equal(OutboxMail.IdOf("change-1", "change-notice", mail.PersonId), mail.Id);
        Assert.Equal("the deadline for pen portraits", mail.Fact("what"));
        Assert.Equal("Monday 27 February 2023 at 4pm (London time)", mail.Fact("old"));
        Assert.Equal("Friday 3 March 2023 at 4pm (London time)", mail.Fact("new"));
    }

    [Fact]
    public void Who_was_told_is_forgotten_together_with_the_record_that_they_were()
    {
        var second = Changed(Extended, day: 4);
        var told = second.With(second.Plan("change-1").Cohort);
        Assert.Equal([2], told.Cohort.Untold.Select(u => u.Number));
        Assert.Equal("change-notice", second.Done("change-1").With(second.Plan("change-1").Cohort).Step("change-1", February).Kind);
    }

    [Fact]
    public void A_pause_does_not_hold_up_the_news_of_a_change() =>
        Assert.Equal("change-1", MentoringProgramme.MoveOf(Extended.With(c => c with { Paused = true }), Told).StepId);

    private static CohortSnapshot Changed(CohortSnapshot cohort, int day = 3)
    {
        var request = new ChangeRequest(ChangeKind.ExtendDeadline, "Few answers") { To = new DateTime(2023, 3, day, 16, 0, 0) };
        return cohort with { Cohort = CohortChanges.Decide(cohort, request, February).Value! };
    }
}
