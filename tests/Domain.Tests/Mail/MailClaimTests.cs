using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Mail;

public class MailClaimTests
{
    private static readonly DateTimeOffset Now = Given.Started;
    private static readonly OutboxMail Planned = Given.Cohort().Mail("invitation", "m1");

    [Fact]
    public void A_planned_email_is_claimed_by_the_wave_that_asks_first()
    {
        var claimed = MailClaim.Take(Planned, "wave-1", Now)!;
        Assert.Equal((MailState.Claimed, "wave-1", Now, 1), (claimed.State, claimed.ClaimedBy, claimed.ClaimedAt!.Value, claimed.Attempts));
        Assert.Null(MailClaim.Take(claimed, "wave-2", Now.AddMinutes(9)));
    }

    [Fact]
    public void The_same_wave_may_claim_again_after_a_crash() =>
        Assert.Equal(2, MailClaim.Take(MailClaim.Take(Planned, "wave-1", Now)!, "wave-1", Now.AddSeconds(1))!.Attempts);

    [Fact]
    public void An_abandoned_claim_is_free_after_ten_minutes() =>
        Assert.Equal("wave-2", MailClaim.Take(MailClaim.Take(Planned, "wave-1", Now)!, "wave-2", Now.AddMinutes(10))!.ClaimedBy);

    [Fact]
    public void A_claim_made_before_the_clock_went_back_a_day_is_abandoned_too() =>
        Assert.Equal("wave-2", MailClaim.Take(MailClaim.Take(Planned, "wave-1", Now)!, "wave-2", Now.AddDays(-1))!.ClaimedBy);

    [Theory]
    [InlineData(MailState.Sent)]
    [InlineData(MailState.Skipped)]
    [InlineData(MailState.Refused)]
    public void What_is_settled_is_never_sent_again(MailState state) =>
        Assert.Null(MailClaim.Take(MailClaim.Take(Planned, "wave-1", Now)!.Settled(state, Now, null), "wave-1", Now.AddYears(1)));

    [Fact]
    public void A_provider_is_tried_for_five_days_at_least_once_an_hour()
    {
        var pauses = Enumerable.Range(1, MailClaim.MostAttempts - 1).Select(MailClaim.PauseAfter).ToList();
        Assert.InRange(pauses.Sum(p => p.TotalDays), 4.9, 5.1);
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)), (pauses[0], pauses.Max()));
    }

    [Fact]
    public void Those_put_off_are_tried_after_all_others_and_the_longest_put_off_first()
    {
        OutboxMail[] open =
        [
            Planned with { Id = "put-off-again", NotBefore = Now.AddMinutes(-1) },
            Planned with { Id = "put-off", NotBefore = Now.AddMinutes(-2) },
            Planned with { Id = "new", PlannedAt = Now },
            Planned with { Id = "older", PlannedAt = Now.AddMinutes(-1) },
        ];
        Assert.Equal(["older", "new", "put-off", "put-off-again"], MailClaim.InTurn(open).Select(m => m.Id));
    }

    [Fact]
    public void A_settled_email_forgets_whom_it_went_to_when_they_had_left()
    {
        var settled = (Planned with { Departed = new DepartedRecipient("Uma", "uma@example.org", "reverse mentor") }).Settled(
            MailState.Sent, Now, null);
        Assert.Null(settled.Departed);
        Assert.Equal((OutboxMail.SettledKind, OutboxMail.OpenKind), (settled.Kind, Planned.Kind));
    }

    [Fact]
    public void An_email_is_told_from_another_by_step_template_person_and_pair()
    {
        Assert.Equal(
            "mail-session-1-opens-session-opening-m1-pair-01", OutboxMail.IdOf("session-1-opens", "session-opening", "m1", "pair-01"));
        Assert.Equal("mail-enrolment-opens-invitation-m1", OutboxMail.IdOf("enrolment-opens", "invitation", "m1"));
    }
}
