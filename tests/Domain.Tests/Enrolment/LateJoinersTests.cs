using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class LateJoinersTests
{
    private const string NotTakenUp = "not-taken-up-20230317T090000";

    private const string Step = "late-joiners-20230310T090000";
    private const string Reminder = "late-reminder-20230310T090000";

    private static readonly DateTimeOffset Added = Given.London("2023-03-10T09:00");

    /// <summary>Two pairs are released; a mentor and a mentee were added four days later.</summary>
    private static readonly CohortSnapshot Joined = Given.MatchedCohort() is var c
        ? c with { People = [.. c.People, Late(Given.Mentor("m9")), Late(Given.Mentee("j9"))] }
        : null!;

    private static readonly CohortSnapshot Half = Joined.Person("m9", p => p with { Portrait = Sent("m9", "2023-03-11T09:00") });

    [Theory]
    [InlineData("2023-02-27T15:59", null)]
    [InlineData("2023-02-27T16:00", "2023-03-06T17:00")]
    [InlineData("2023-02-28T17:00", "2023-03-07T17:00")]
    [InlineData("2023-02-28T17:12", "2023-03-08T17:00")]
    [InlineData("2023-03-19T17:12", "2023-03-27T16:30")]
    [InlineData("2023-03-24T16:00", "2023-03-27T16:30")]
    [InlineData("2023-03-26T16:30", "2023-03-27T16:30")]
    public void Whoever_joins_after_the_deadline_has_seven_days_until_five_or_until_the_day_before_the_launch(string now, string? answerBy)
    {
        Assert.Null(LateJoiners.WhyNotAdd(Given.Cohort(), Given.London(now)));
        Assert.Equal(answerBy is null ? null : Given.London(answerBy), LateJoiners.AnswerByFor(Given.Cohort(), Given.London(now)));
    }

    [Fact]
    public void Two_days_before_the_launch_and_in_a_cohort_that_has_ended_nobody_joins_any_more()
    {
        Assert.Contains(
            "too late", LateJoiners.WhyNotAdd(Given.Cohort(), Given.London("2023-03-26T16:31"))!.Advice, StringComparison.Ordinal);
        Assert.Contains(
            "ended",
            LateJoiners.WhyNotAdd(Given.Cohort().With(c => c with { Status = CohortStatus.Cancelled }), Given.Started)!.Advice,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_extended_deadline_counts_for_late_joiners_too()
    {
        var late = Late(Given.Mentor("m9"));
        Assert.Equal(Given.London("2023-03-17T09:00"), LateJoiners.Deadline(late, Samples.Judicial2023));
        Assert.Equal(
            Given.London("2023-03-20T16:00"),
            LateJoiners.Deadline(late, Samples.Judicial2023 with { PortraitDeadline = new DateTime(2023, 3, 20, 16, 0, 0) }));
    }

    [Fact]
    public void The_cohorts_own_deadline_leaves_them_alone()
    {
        var paused = Given.Cohort() with { People = [Late(Given.Mentor("m9")), Given.Mentee("j1")] };
        Assert.Equal(["j1"], paused.Plan("not-taken-up-20230227T160000", Added.AddDays(1)).Erasures.Select(e => e.PersonId));
    }

    [Fact]
    public void They_are_reminded_two_days_before_their_own_deadline()
    {
        Assert.Equal(Given.London("2023-03-15T09:00"), Half.Step(Reminder, Added).Due);
        Assert.Equal(["portrait-reminder to j9"], Half.Plan(Reminder).Emails());
        Assert.Same(Effects.TooLate, Half.Plan(Reminder, Given.London("2023-03-17T09:00")));
    }

    [Fact]
    public void With_little_time_there_is_no_reminder()
    {
        var rushed =
            Joined with { People = [.. Joined.People.Select(p => p.AnswerBy is null ? p : p with { AnswerBy = Added.AddDays(2.9) })] };
        Assert.Null(MentoringProgramme.TimelineOf(rushed, Added).Find(Reminder));
    }

    [Fact]
    public void At_their_deadline_the_coordinator_hears_numbers_and_a_day_later_the_silent_are_erased_and_told()
    {
        Assert.Equal(Given.London("2023-03-17T09:00"), Half.Step(Step, Added).Due);
        var effects = Half.Plan(Step);
        Assert.Equal(["late-joiners to coordinator"], effects.Emails());
        Assert.Equal(("1", "1"), (effects.Mails[0].Fact("answered"), effects.Mails[0].Fact("leftOut")));
        Assert.Empty(effects.Erasures);
        Assert.Equal(Given.London("2023-03-18T09:00"), Half.Step(NotTakenUp, Added).Due);
        var silent = Assert.Single(Half.Plan(NotTakenUp).Erasures);
        Assert.Equal(("j9", ErasureReason.NotTakenUp, "not-taken-up"), (silent.PersonId, silent.Because, silent.Receipt!.Template));
    }

    [Fact]
    public void When_the_last_of_them_has_answered_the_coordinator_hears_at_once()
    {
        var answered = Half.Person("j9", p => p with { Portrait = Sent("j9", "2023-03-12T10:00") });
        Assert.Equal(Given.London("2023-03-12T10:00"), answered.Step(Step, Added).Due);
        Assert.Empty(answered.Plan(Step).Erasures);
    }

    [Fact]
    public void Past_deadline_and_pause_their_link_and_emails_go_by_their_own_time()
    {
        var by = Given.London("2023-03-17T09:00");
        Assert.Equal("pen-portrait", MentoringProgramme.Declared.AskedOf(Joined.FindPerson("j9")!, Joined, by.AddSeconds(-1)).Form.Key);
        Assert.NotEqual("pen-portrait", MentoringProgramme.Declared.AskedOf(Joined.FindPerson("j9")!, Joined, by).Form.Key);
        Assert.Null(Truth.WhyNot(Joined.Mail("invitation", "j9"), Joined, by.AddSeconds(-1)));
        Assert.Equal("the deadline has passed", Truth.WhyNot(Joined.Mail("invitation", "j9"), Joined, by));
    }

    [Fact]
    public void A_later_proposal_keeps_the_released_pairs_and_adds_theirs()
    {
        var answered = Half.Person("j9", p => p with { Portrait = Sent("j9", "2023-03-12T10:00") });
        var again = ProposalRules.Propose(answered, Given.London("2023-03-13T10:00")).Value!;
        Assert.Equal(
            ["j1 True m1", "j2 True m2", "j9 False m9"],
            again.Pairs.Select(p => $"{p.MenteeId} {p.Kept} {p.MentorId}").Order(StringComparer.Ordinal));
        Assert.Empty(again.Ends);
    }

    [Fact]
    public void A_release_of_a_proposal_made_before_they_answered_does_not_turn_them_away()
    {
        var proposed = Given.Cohort().AllAnswered().Proposed(("m1", "j1"));
        var late = proposed with
        {
            People =
                [.. proposed.People, Late(Given.Mentor("m9")) with { Portrait = Sent("m9", "2023-03-01T09:00") }, Late(Given.Mentee("j9"))],
            Proposal = proposed.Proposal! with { ReleasedAt = Given.London("2023-03-02T09:00") },
        };
        Assert.Equal(["m2", "j2"], late.Plan("matches-released").People.Select(p => p.PersonId));
        var afterLaunch = late with { Proposal = proposed.Proposal with { ReleasedAt = Given.London("2023-03-28T16:30") } };
        Assert.Equal(["m2", "j2", "m9"], afterLaunch.Plan("matches-released").People.Select(p => p.PersonId));
    }

    [Fact]
    public void At_the_launch_whoever_still_hopes_for_a_match_is_told_there_is_none()
    {
        var launch = Half.Plan("launch");
        Assert.Equal(["not-matched to m9"], launch.Emails());
        Assert.Equal(["m9"], launch.People.Select(p => p.PersonId));
        Assert.Empty(Given.MatchedCohort().Plan("launch").Mails);
        Assert.Empty((Half with { Pairs = [] }).With(c => c with { Steps = [] }).Plan("launch").Mails);
    }

    [Fact]
    public void A_cancelled_cohort_waits_for_no_late_joiner() =>
        Assert.Null(MentoringProgramme.TimelineOf(Joined.With(c => c with { CancelledAt = Added }), Added).Find(Step));

    private static Person Late(Person person) => person with { AddedAt = Added, AnswerBy = Given.London("2023-03-17T09:00") };

    private static PenPortrait Sent(string id, string at) =>
        Given.Portrait(id) with { FirstSentAt = Given.London(at), SentAt = Given.London(at) };
}
