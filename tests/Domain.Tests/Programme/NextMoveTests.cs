using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class NextMoveTests
{
    private static readonly DateTimeOffset Deadline = Given.London("2023-02-27T16:00");
    private static readonly DateTimeOffset Soon = Deadline.AddMinutes(10);

    [Fact]
    public void A_withdrawal_goes_before_emails_and_emails_before_steps()
    {
        var cohort = Given.Cohort().Person("m1", p => p with { WithdrawnAt = Deadline }) with { OpenMails = 3 };
        Assert.Equal(new NextMove(MoveKind.Perform, "withdrawal-m1"), MentoringProgramme.MoveOf(cohort, Deadline));
        cohort = cohort with { People = [.. cohort.People.Skip(1)] };
        Assert.Equal(new NextMove(MoveKind.SendMail), MentoringProgramme.MoveOf(cohort, Deadline));
        Assert.Equal(new NextMove(MoveKind.Perform, "enrolment-opens"), MentoringProgramme.MoveOf(cohort with { OpenMails = 0 }, Deadline));
    }

    [Fact]
    public void An_erasure_goes_before_emails_too()
    {
        var cohort = Given.MatchedCohort().Person("m1", p => p with { MentoringEndedAt = Deadline.AddYears(-1) }) with { OpenMails = 3 };
        Assert.StartsWith("erasure-", MentoringProgramme.MoveOf(cohort, Deadline).StepId!, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nothing_to_do_it_waits_for_the_next_date_or_the_next_email_whichever_comes_first()
    {
        var next = Given.London("2023-01-30T09:00");
        Assert.Equal(new NextMove(MoveKind.Wait, null, next), MentoringProgramme.MoveOf(Given.Cohort(), Given.Started));
        Assert.Equal(
            new NextMove(MoveKind.Wait, null, next),
            MentoringProgramme.MoveOf(Given.Cohort() with { MailWaitsUntil = next.AddDays(1) }, Given.Started));
        Assert.Equal(
            new NextMove(MoveKind.Wait, null, next.AddDays(-1)),
            MentoringProgramme.MoveOf(Given.Cohort() with { MailWaitsUntil = next.AddDays(-1) }, Given.Started));
    }

    [Fact]
    public void Where_only_a_person_can_move_it_on_it_waits_for_the_notice_of_retention_or_for_an_email_that_waits()
    {
        var stuck = Given.Cohort()
            .AllAnswered().Proposed(("m1", "j1")).Done([.. Enumerable.Range(1, 7).Select(i => $"release-reminder-{i}")]);
        var late = Given.London("2024-06-01T09:00");
        Assert.Equal(
            new NextMove(MoveKind.Wait, null, Given.London("2024-08-31T09:00")),
            MentoringProgramme.MoveOf(stuck.Done("portrait-reminder-20230217", "portrait-reminder-20230223"), late));
        Assert.Equal(late.AddHours(1), MentoringProgramme.MoveOf(
            stuck.Done("portrait-reminder-20230217", "portrait-reminder-20230223") with { MailWaitsUntil = late.AddHours(1) }, late).Until);
    }

    [Fact]
    public void A_draft_waits_to_be_started() =>
        Assert.Equal(
            new NextMove(MoveKind.Wait), MentoringProgramme.MoveOf(Given.Cohort().With(c => c with { Status = CohortStatus.Draft }), Soon));

    [Fact]
    public void A_closed_cohort_ends_when_its_last_email_has_left()
    {
        var closed = Given.Cohort().With(c => c with { Status = CohortStatus.Closed });
        Assert.Equal(
            new NextMove(MoveKind.SendMail), MentoringProgramme.MoveOf(closed with { OpenMails = 1, MailWaitsUntil = Soon }, Deadline));
        Assert.Equal(new NextMove(MoveKind.Wait, null, Soon), MentoringProgramme.MoveOf(closed with { MailWaitsUntil = Soon }, Deadline));
        Assert.Equal(new NextMove(MoveKind.End), MentoringProgramme.MoveOf(closed, Deadline));
    }

    [Fact]
    public void A_cancelled_cohort_is_wound_up_at_once() =>
        Assert.Equal(
            new NextMove(MoveKind.Perform, "cancellation"),
            MentoringProgramme.MoveOf(
                Given.Cohort().With(c => c with { Status = CohortStatus.Cancelled, CancelledAt = Deadline }), Deadline));
}
