using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Delivery;

public class DeliveryRulesTests
{
    private static readonly DateTimeOffset At = Given.London("2023-02-01T10:00");
    private static readonly OutboxMail Mail = Given.Cohort().Mail("invitation", "m1");

    [Fact]
    public void The_latest_attempt_counts_in_whatever_order_reports_come()
    {
        var (first, second) = (Report(DeliveryResult.Failed, 0), Report(DeliveryResult.Delivered, 5));
        Assert.Equal(DeliveryResult.Delivered, DeliveryRules.Reported(DeliveryRules.Reported(Mail, first), second).Delivery);
        var delivered = DeliveryRules.Reported(Mail, second);
        Assert.Same(delivered, DeliveryRules.Reported(delivered, first));
        Assert.Same(delivered, DeliveryRules.Reported(delivered, second));
    }

    [Fact]
    public void Suppression_of_an_address_that_was_corrected_since_is_no_suppression_of_the_new_one()
    {
        var corrected = Given.Mentor("m1") with { AddressSince = At.AddMinutes(1) };
        Assert.Null(DeliveryRules.Reported(corrected, Report(DeliveryResult.Suppressed, 0)).SuppressedAt);
        Assert.Equal(At.AddMinutes(1), DeliveryRules.Reported(corrected, Report(DeliveryResult.Suppressed, 1)).SuppressedAt);
        Assert.Null(DeliveryRules.Reported(corrected, Report(DeliveryResult.Bounced, 1)).SuppressedAt);
    }

    [Fact]
    public void The_same_holds_for_the_coordinators_address()
    {
        var corrected = Given.Cohort().Cohort with { CoordinatorAddressSince = At.AddMinutes(1) };
        Assert.Same(corrected, DeliveryRules.Reported(corrected, Report(DeliveryResult.Suppressed, 0)));
        Assert.Equal(At.AddMinutes(1), DeliveryRules.Reported(corrected, Report(DeliveryResult.Suppressed, 1)).CoordinatorSuppressedAt);
    }

    [Fact]
    public void Whoever_has_left_is_not_told_of_and_a_new_address_is_told_of_anew()
    {
        var person = Given.Mentor("m1");
        var first = DeliveryRules.Notice(Mail, person, Report(DeliveryResult.Bounced, 0), At)!;
        Assert.Equal(first.Id, DeliveryRules.Notice(Mail with { Id = "another" }, person, Report(DeliveryResult.Bounced, 9), At)!.Id);
        Assert.NotEqual(first.Id, DeliveryRules.Notice(Mail, person with { AddressSince = At }, Report(DeliveryResult.Bounced, 0), At)!.Id);
        Assert.Null(DeliveryRules.Notice(Mail, person with { WithdrawnAt = At }, Report(DeliveryResult.Bounced, 0), At));
        Assert.Null(DeliveryRules.Notice(Mail, null, Report(DeliveryResult.Bounced, 0), At));
        Assert.Null(DeliveryRules.Notice(Mail, person, Report(DeliveryResult.Delivered, 0), At));
    }

    [Fact]
    public void What_did_not_arrive_is_sent_again_to_the_corrected_address_and_what_arrived_or_only_repeats_is_not()
    {
        var sent = Mail.Settled(MailState.Sent, At, null);
        var bounced = DeliveryRules.Reported(sent, Report(DeliveryResult.Bounced, 0));
        var again = Assert.Single(DeliveryRules.Again(MentoringProgramme.Declared, [bounced], At));
        Assert.Equal((MailState.Planned, (DeliveryResult?)null, Mail.StepId), (again.State, again.Delivery, again.StepId));
        Assert.NotEqual(Mail.Id, again.Id);
        Assert.Equal(again.Id, Assert.Single(DeliveryRules.Again(MentoringProgramme.Declared, [bounced, again], At)).Id);
        Assert.Single(DeliveryRules.Again(
            MentoringProgramme.Declared, [Mail.Settled(MailState.Skipped, At, "suppressed", waitsForAddress: true)], At));
        Assert.Empty(DeliveryRules.Again(
            MentoringProgramme.Declared,
            [sent, Mail.Settled(MailState.Skipped, At, "answered meanwhile"), bounced with { Template = "portrait-reminder" }],
            At));
    }

    [Fact]
    public void At_a_second_correction_an_email_whose_copy_arrived_stays_at_rest_and_one_whose_copy_bounced_is_sent_once_more()
    {
        var bounced = DeliveryRules.Reported(Mail.Settled(MailState.Sent, At, null), Report(DeliveryResult.Bounced, 0));
        var copy = Assert.Single(DeliveryRules.Again(MentoringProgramme.Declared, [bounced], At)).Settled(MailState.Sent, At, null);
        Assert.Empty(DeliveryRules.Again(MentoringProgramme.Declared, [bounced, copy], At.AddDays(9)));
        var third = Assert.Single(DeliveryRules.Again(
            MentoringProgramme.Declared, [bounced, DeliveryRules.Reported(copy, Report(DeliveryResult.Bounced, 3))], At.AddDays(9)));
        Assert.StartsWith(copy.Id, third.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_to_a_suppressed_address()
    {
        var cohort = Given.Cohort().Person("m1", p => p with { SuppressedAt = At });
        Assert.Equal("mail to this address is suppressed", Truth.WhyNot(Mail, cohort, At));
        Assert.Null(Truth.WhyNot(Given.Cohort().Mail("invitation", "m2"), cohort, At));
        var coordinator = Given.Cohort().Mail("release-reminder", OutboxMail.CoordinatorId);
        Assert.Equal(
            "mail to this address is suppressed",
            Truth.WhyNot(coordinator, Given.Cohort().With(c => c with { CoordinatorSuppressedAt = At }), At));
    }

    private static DeliveryReport Report(DeliveryResult result, int minutes) => new("message-1", result, At.AddMinutes(minutes));
}
