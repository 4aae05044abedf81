using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Pairing;

public class ConsentReminderTests
{
    private const string OfMentor = "match-reminder-20230311T120000";
    private const string OfMentee = "match-reminder-20230312T120000";

    private static readonly DateTimeOffset Asked = Given.London("2023-03-06T12:00");

    /// <summary>m1 was asked on 6 March and has a week.</summary>
    private static readonly CohortSnapshot Asking = Given.Cohort()
        .AllAnswered().Done("matches-released", Asked) with
    { Offers = [Given.Offer(3, "m1", "j1")] };

    [Fact]
    public void Whoever_has_not_answered_is_reminded_two_days_before_the_time_runs_out_and_nobody_else()
    {
        Assert.Equal(Asked.AddDays(5), Asking.Step(OfMentor, Asked).Due);
        var mail = Assert.Single(Asking.Plan(OfMentor).Mails);
        Assert.Equal(("match-reminder", "m1", "pair-03"), (mail.Template, mail.PersonId, mail.PairId));
        Assert.Null(MentoringProgramme.TimelineOf(Asking, Asked).Find(OfMentee));
    }

    [Fact]
    public void An_answer_ends_the_reminder_and_the_one_asked_next_has_one_of_their_own()
    {
        var agreed = Asking.Offers[0].Answered(
            "m1", ConsentAnswer.Agreed, Asked.AddDays(1)) with
        { Mentee = ConsentQuestion.Ask(Asked.AddDays(1), 7) };
        var then = Asking with { Offers = [agreed] };
        Assert.Null(MentoringProgramme.TimelineOf(then, Asked).Find(OfMentor));
        // Sunday the twelfth: on the next morning a day is left yet.
        Assert.Equal(Given.London("2023-03-13T09:00"), then.Step(OfMentee, Asked).Due);
        Assert.Null(MentoringProgramme.TimelineOf(
            Asking with { Offers = [Asking.Offers[0].Answered("m1", ConsentAnswer.Declined, Asked.AddDays(1))] }, Asked).Find(OfMentor));
    }

    [Fact]
    public void With_three_days_to_answer_there_is_a_reminder_and_with_two_there_is_none()
    {
        CohortSnapshot With(int days) => Asking with { Offers = [Asking.Offers[0] with { Mentor = ConsentQuestion.Ask(Asked, days) }] };
        Assert.Contains(MentoringProgramme.TimelineOf(With(3), Asked).Steps, s => s.Kind == "match-reminder");
        Assert.DoesNotContain(MentoringProgramme.TimelineOf(With(2), Asked).Steps, s => s.Kind == "match-reminder");
    }

    [Fact]
    public void A_reminder_that_comes_when_the_time_is_over_or_the_person_gone_is_left_out()
    {
        var step = Asking.Step(OfMentor, Asked.AddDays(6));
        Assert.Same(Effects.TooLate, MentoringProgramme.Declared.Plan(step, Asking, ReadDocuments.None, Asked.AddDays(7)));
        Assert.Same(Effects.TooLate, MentoringProgramme.Declared.Plan(
            step, Asking.Person("m1", p => p with { WithdrawnAt = Asked }), ReadDocuments.None, Asked.AddDays(6)));
        var agreed = Asking with { Offers = [Asking.Offers[0].Answered("m1", ConsentAnswer.Agreed, Asked.AddDays(1))] };
        Assert.Equal(
            "no answer is awaited any more", Truth.WhyNot(Asking.Mail("match-reminder", "m1", pair: "pair-03"), agreed, Asked.AddDays(5)));
    }
}
