using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class EnrolmentStepsTests
{
    private const string NotTakenUp = "not-taken-up-20230227T160000";

    private static readonly CohortSnapshot Half = Given.Cohort()
        .Done("enrolment-opens").Person("m1", p => p with { Portrait = Given.Portrait("m1") });

    [Fact]
    public void At_the_opening_everyone_is_invited_but_who_has_withdrawn() =>
        Assert.Equal(
            ["invitation to m1", "invitation to j1", "invitation to j2"],
            Given.Cohort().Person("m2", p => p with { WithdrawnAt = Given.Started }).Plan("enrolment-opens").Emails());

    [Fact]
    public void A_reminder_goes_to_those_who_have_not_answered() =>
        Assert.Equal(
            ["portrait-reminder to m2", "portrait-reminder to j1", "portrait-reminder to j2"],
            Half.Plan("portrait-reminder-20230217").Emails());

    [Fact]
    public void After_the_deadline_neither_invitation_nor_reminder_is_true()
    {
        var deadline = Given.London("2023-02-27T16:00");
        Assert.Same(Effects.TooLate, Given.Cohort().Plan("enrolment-opens", deadline));
        Assert.Same(Effects.TooLate, Half.Plan("portrait-reminder-20230217", deadline));
        Assert.NotSame(Effects.TooLate, Half.Plan("portrait-reminder-20230217", deadline.AddSeconds(-1)));
    }

    [Fact]
    public void After_a_late_start_the_invitation_is_not_followed_by_the_reminders_it_overtook()
    {
        var late = Given.London("2023-02-25T09:00");
        var cohort = Given.Cohort().Done("enrolment-opens", late);
        Assert.Same(Effects.TooLate, cohort.Plan("portrait-reminder-20230217", late));
        Assert.Same(Effects.TooLate, cohort.Plan("portrait-reminder-20230223", late));
    }

    [Fact]
    public void After_an_outage_one_of_the_missed_reminders_is_sent()
    {
        var late = Given.London("2023-02-25T09:00");
        Assert.Equal(3, Half.Plan("portrait-reminder-20230217", late).Mails.Count);
        var after = Half.With(
            c => c.WithDone(new StepRecord("portrait-reminder-20230217", "portrait-reminder", Given.London("2023-02-17T16:00"), late)));
        Assert.Same(Effects.TooLate, after.Plan("portrait-reminder-20230223", late));
    }

    [Fact]
    public void An_extension_brings_no_reminder_for_a_day_before_it_was_told()
    {
        var extended = Half.Defined(d => d with { PortraitDeadline = new DateTime(2023, 2, 28, 16, 0, 0) }).With(c => c with
        {
            Changes = [new AppliedChange(
                Given.London("2023-02-25T09:00"), "the deadline", null, null, "Few answers") { Kind = ChangeKind.ExtendDeadline }],
        });
        Assert.Same(Effects.TooLate, extended.Plan("portrait-reminder-20230224", Given.London("2023-02-25T09:01")));
    }

    [Fact]
    public void A_day_after_the_deadline_whoever_has_not_answered_is_erased_and_told_kindly()
    {
        Assert.Empty(Half.Plan("portrait-deadline").Erasures);
        Assert.Equal(Given.London("2023-02-28T16:00"), Half.Step(NotTakenUp, Given.Started).Due);
        var effects = Half.Plan(NotTakenUp);
        Assert.Equal(["m2", "j1", "j2"], effects.Erasures.Select(e => e.PersonId));
        Assert.All(effects.Erasures, e => Assert.Equal((ErasureReason.NotTakenUp, "not-taken-up"), (e.Because, e.Receipt!.Template)));
        Assert.Equal("m2@example.org", effects.Erasures[0].Receipt!.Departed!.Email);
        Assert.Empty(effects.Mails);
    }

    [Fact]
    public void Somebody_who_answered_a_second_ago_is_not_erased_for_silence()
    {
        var erasure = Half.Plan(NotTakenUp).Erasures[0];
        Assert.True(erasure.If(Given.Mentor("m2")));
        Assert.False(erasure.If(Given.Mentor("m2") with { Portrait = Given.Portrait("m2") }));
    }
}
