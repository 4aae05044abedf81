using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Pairs;

public class MatchOfferTests
{
    private static readonly DateTimeOffset Soon = Given.London("2023-03-07T12:00");

    [Fact]
    public void Nobody_answers_before_they_are_asked()
    {
        var offer = Given.Offer(1, "m1", "j1");
        Assert.Same(offer, offer.Answered("j1", ConsentAnswer.Agreed, Soon));
    }

    [Fact]
    public void An_answer_after_the_time_to_give_it_does_not_count()
    {
        var offer = Given.Offer(1, "m1", "j1");
        var end = offer.Mentor.AnswerBy!.Value + Deadlines.Grace;
        Assert.Same(offer, offer.Answered("m1", ConsentAnswer.Agreed, end));
        Assert.NotSame(offer, offer.Answered("m1", ConsentAnswer.Agreed, end.AddSeconds(-1)));
    }

    [Fact]
    public void However_late_the_reverse_mentor_agrees_the_match_is_given_up_at_the_time_fixed_at_its_release()
    {
        var offer = Given.Offer(1, "m1", "j1") with { LastAnswerBy = Given.Offer(1, "m1", "j1").ReleasedAt.AddDays(14) };
        var late = offer.Mentor.AnswerBy!.Value.AddMinutes(9);
        var asked = offer.Answered("m1", ConsentAnswer.Agreed, late).AskMentee(late, 7);
        Assert.Equal((offer.GivenUpAt, offer.LastAnswerBy), (asked.GivenUpAt, asked.Mentee.AnswerBy));
    }

    [Theory]
    [InlineData("2023-03-06T12:00", "2023-03-13T12:00")]
    [InlineData("2023-03-06T17:12", "2023-03-13T17:00")]
    [InlineData("2023-03-06T17:30", "2023-03-13T17:30")]
    [InlineData("2023-03-06T17:50", "2023-03-13T18:00")]
    public void The_time_to_answer_ends_at_a_full_or_half_hour(string asked, string by) =>
        Assert.Equal(Given.London(by), ConsentQuestion.Ask(Given.London(asked), 7).AnswerBy);

    [Fact]
    public void Whoever_is_asked_last_has_no_longer_than_the_time_that_is_over_for_everyone()
    {
        var released = Given.London("2023-03-06T17:12");
        var last = ConsentQuestion.Ask(released, 7).AnswerBy!.Value;
        Assert.Equal(ConsentQuestion.Deadline(released, 14), ConsentQuestion.Ask(last.AddSeconds(20), 7).AnswerBy);
    }

    [Fact]
    public void It_is_agreed_when_both_have_agreed_and_then_nothing_changes_it()
    {
        var asked = Given.Offer(1, "m1", "j1").Answered("m1", ConsentAnswer.Agreed, Soon) with { Mentee = ConsentQuestion.Ask(Soon, 7) };
        Assert.True(asked is { IsOpen: true, IsAgreed: false });
        var agreed = asked.Answered("j1", ConsentAnswer.Agreed, Soon);
        Assert.True(agreed is { IsOpen: false, IsAgreed: true });
        Assert.Same(agreed, agreed.Answered("m1", ConsentAnswer.Declined, Soon));
    }

    [Fact]
    public void Somebody_who_agreed_may_think_again_while_the_other_has_not_answered()
    {
        var offer = Given.Offer(1, "m1", "j1").Answered("m1", ConsentAnswer.Agreed, Soon).Answered("m1", ConsentAnswer.Declined, Soon);
        Assert.Equal(ConsentAnswer.Declined, offer.Mentor.Answer);
    }

    [Theory]
    [InlineData("2023-03-07T12:00")]
    [InlineData("2023-03-13T11:59")]
    public void Until_the_last_could_have_answered_a_declined_match_looks_like_one_that_is_asked_about(string declined)
    {
        var offer = Given.Offer(1, "m1", "j1") with { LastAnswerBy = Given.London("2023-03-20T12:00") };
        var after = offer.Declined("m1", waits: true, Given.London(declined));
        Assert.True(after is { IsOpen: true, SettledAt: null });
        Assert.Equal(offer.GivenUpAt, after.GivenUpAt);
        Assert.Equal(
            offer.GivenUpAt,
            offer.Answered("m1", ConsentAnswer.Agreed, Soon).AskMentee(Soon, 7).Declined("j1", waits: false, Soon.AddDays(1)).GivenUpAt);
    }

    [Fact]
    public void A_decline_stays_and_nobody_is_asked_after_it()
    {
        var declined = Given.Offer(1, "m1", "j1").Declined("m1", waits: true, Soon);
        Assert.True(declined.Mentor.WouldWait);
        Assert.Same(declined, declined.Answered("m1", ConsentAnswer.Agreed, Soon));
        Assert.Same(declined, declined.Declined("m1", waits: false, Soon));
        Assert.Same(declined, declined.AskMentee(Soon, 7));
    }

    [Fact]
    public void The_same_answer_twice_is_one_answer()
    {
        var offer = Given.Offer(1, "m1", "j1").Answered("m1", ConsentAnswer.Agreed, Soon);
        Assert.Same(offer, offer.Answered("m1", ConsentAnswer.Agreed, Soon.AddHours(1)));
    }
}
