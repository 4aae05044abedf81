using ReverseMentoring.Domain.Closing;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

// Over 200 lines because they are the timeline's rules, one after another.
public class CohortTimelineTests
{
    [Fact]
    public void Steps_of_the_judicial_cohort_come_in_the_order_of_its_dates() =>
        Assert.Equal(
            [
                "enrolment-opens", "portrait-reminder-20230217", "portrait-reminder-20230223", "portrait-deadline", "matches-proposed",
                "matches-released", "not-taken-up-20230227T160000", "release-reminder-1",
                "release-reminder-2", "release-reminder-3", "release-reminder-4", "launch-invitation", "release-reminder-5",
                "launch-joining-missing", "release-reminder-6", "launch", "session-1-opens",
            ],
            MentoringProgramme.TimelineOf(Given.Cohort(), Given.Started).Steps.Select(s => s.Id).Take(17));

    [Fact]
    public void Nobody_waits_for_the_coordinators_release_before_there_is_something_to_release()
    {
        IEnumerable<string> Waits(CohortSnapshot cohort, DateTimeOffset now) => MentoringProgramme.TimelineOf(cohort, now).Steps
            .Where(s => s.State == StepState.Waiting && s.Kind == "matches-released").Select(s => s.WaitsFor!);
        Assert.Empty(Waits(Given.Cohort(), Given.Started));
        Assert.Equal(
            ["the coordinator to release the matches"],
            Waits(Given.Cohort().AllAnswered().Proposed(("m1", "j1")), Given.London("2023-03-01T09:00")));
    }

    [Fact]
    public void A_session_closes_before_its_reflection_opens_and_a_reflection_closes_before_the_next_session_does()
    {
        var steps = MentoringProgramme.TimelineOf(Given.MatchedCohort(), Given.Started).Steps.Select(s => s.Id).ToList();
        Assert.Equal(
            ["session-1-opens", "session-1-check", "session-1-nudge",
                "session-1-closes", "reflection-1-opens", "session-2-opens", "reflection-1-reminder", "reflection-1-closes"],
            steps.Where(s => s.Contains("-1-", StringComparison.Ordinal)
                && !s.StartsWith("support", StringComparison.Ordinal)
                && !s.StartsWith("release", StringComparison.Ordinal) || s == "session-2-opens"));
    }

    [Fact]
    public void Instants_follow_the_clocks_of_the_cohorts_zone()
    {
        Assert.Equal(new DateTimeOffset(2023, 2, 27, 16, 0, 0, TimeSpan.Zero), Given.Cohort().Step("portrait-deadline", Given.Started).Due);
        Assert.Equal(new DateTimeOffset(2023, 3, 28, 15, 30, 0, TimeSpan.Zero), Given.Cohort().Step("launch", Given.Started).Due);
    }

    [Fact]
    public void What_is_done_comes_first_in_the_order_it_was_done()
    {
        var cohort = Given.Cohort()
            .Done("portrait-deadline", Given.London("2023-02-27T17:00")).Done("enrolment-opens", Given.London("2023-02-28T09:00"));
        Assert.Equal(
            ["portrait-deadline", "enrolment-opens"], MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.Take(2).Select(s => s.Id));
    }

    [Theory]
    [InlineData("2023-01-30T08:59", StepState.Upcoming)]
    [InlineData("2023-01-30T09:00", StepState.Due)]
    [InlineData("2023-02-20T09:00", StepState.Due)]
    public void A_step_is_due_from_its_date_on(string now, StepState state) =>
        Assert.Equal(state, Given.Cohort().Step("enrolment-opens", Given.London(now)).State);

    [Fact]
    public void A_done_step_keeps_its_dates_and_a_skipped_one_says_so()
    {
        var due = Given.London("2023-01-30T09:00");
        var cohort = Given.Cohort()
            .With(c => c.WithDone(new StepRecord("enrolment-opens", "enrolment-opens", due, due.AddHours(2), Skipped: true)));
        var step = cohort.Step("enrolment-opens", due.AddDays(1));
        Assert.Equal((StepState.Skipped, due, due.AddHours(2)), (step.State, step.Due!.Value, step.DoneAt!.Value));
    }

    [Fact]
    public void Nothing_about_pairs_is_due_before_the_coordinator_released_them()
    {
        var late = Given.London("2024-06-01T09:00");
        var timeline = MentoringProgramme.TimelineOf(Given.Cohort().AllAnswered().Proposed(("m1", "j1")), late);
        var waiting = timeline.Steps.Where(
            s => s.State == StepState.Waiting && s.Order > ConsentSteps.Closes.Order && s.Order < ClosingSteps.Closed.Order).ToList();
        Assert.Equal(["the matches to be released", "the evaluation to close"], waiting.Select(s => s.WaitsFor).Distinct());
        Assert.Equal("the coordinator to release the matches", timeline.Find("matches-released")!.WaitsFor);
        Assert.All(timeline.Steps.Where(s => s.State == StepState.Due), s => Assert.True(s.Order < ProposalSteps.Release.Order, s.Id));
        Assert.Equal("retention-notice", timeline.Steps.First(s => s.Due == timeline.WakesAt).Name);
    }

    [Fact]
    public void Training_does_not_wait_for_the_matches()
    {
        var trained = Given.Cohort().Proposed()
            .Defined(d => d with { Events = [.. d.Events, d.Events[0] with { Kind = GatheringKinds.Training.Kind, Number = 1 }] });
        Assert.Equal(StepState.Due, trained.Step("training-1", Given.London("2023-03-28T16:30")).State);
    }

    [Fact]
    public void The_proposal_waits_for_the_deadline_and_a_release_reminder_for_the_proposal()
    {
        var now = Given.London("2023-03-07T18:00");
        Assert.Equal("the pen-portrait deadline", Given.Cohort().Step("matches-proposed", now).WaitsFor);
        Assert.Equal("the proposal", Given.Cohort().Step("release-reminder-2", now).WaitsFor);
        Assert.Equal(StepState.Due, Given.Cohort().Proposed().Step("release-reminder-2", now).State);
        Assert.DoesNotContain(MentoringProgramme.TimelineOf(Given.MatchedCohort(), now).Steps, s => s.Kind == "release-reminder");
    }

    [Fact]
    public void A_release_is_due_at_the_moment_the_coordinator_made_it()
    {
        var at = Given.London("2023-03-04T11:00");
        var cohort = Given.Cohort().AllAnswered().Proposed(("m1", "j1"));
        var step = (cohort with { Proposal = cohort.Proposal! with { ReleasedAt = at } }).Step("matches-released", at);
        Assert.Equal((StepState.Due, at), (step.State, step.Due!.Value));
    }

    [Fact]
    public void A_paused_cohort_waits_for_the_coordinator_but_withdrawal_and_erasure_do_not()
    {
        var now = Given.London("2023-04-03T09:00");
        var cohort = Given.MatchedCohort().With(c => c with { Paused = true })
            .Person("m1", p => p with { WithdrawnAt = now })
            .Person("m2", p => p with { MentoringEndedAt = now.AddYears(-1) });
        Assert.Equal("the coordinator to resume the cohort", cohort.Step("session-1-opens", now).WaitsFor);
        Assert.Equal(["withdrawal", "retention-notice", "erasure"], MentoringProgramme.TimelineOf(
            cohort, now).Steps.Where(s => s.State == StepState.Due).Select(s => $"{s.Kind}").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("withdrawal", MentoringProgramme.TimelineOf(cohort, now).UrgentNow!.Kind);
    }

    [Fact]
    public void A_cancelled_cohort_keeps_what_is_done_and_has_only_its_ending_before_it()
    {
        var now = Given.London("2023-05-01T09:00");
        var cohort = Given.MatchedCohort().With(c => c with { Status = CohortStatus.Cancelled, CancelledAt = now });
        var ahead = MentoringProgramme.TimelineOf(cohort, now).Steps.Where(s => s.DoneAt is null).Select(s => s.Id);
        Assert.Equal(["cancellation", "cohort-closed"], ahead);
        Assert.NotNull(MentoringProgramme.TimelineOf(cohort, now).Find("matches-released")!.DoneAt);
    }

    [Fact]
    public void Each_persons_own_clock_brings_a_notice_and_an_erasure()
    {
        var cohort = Given.MatchedCohort()
            .Person("j1", p => p with { MentoringEndedAt = Given.London("2023-05-20T12:00") })
            .Person("m2", p => p with { MentoringEndedAt = Given.London("2023-09-30T09:00") })
            .Person("j2", p => p with { MentoringEndedAt = Given.London("2023-09-30T09:00") });
        var clocks = MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.Where(s => s.Kind is "retention-notice" or "erasure");
        Assert.Equal(
            [
                ("retention-notice", Given.London("2024-04-20T12:00")), ("erasure", Given.London("2024-05-20T12:00")),
                ("retention-notice", Given.London("2024-08-31T09:00")), ("erasure", Given.London("2024-09-30T09:00")),
            ],
            clocks.Select(s => (s.Name, s.Due!.Value)));
    }

    [Fact]
    public void Clocks_that_run_out_in_the_same_minute_are_steps_of_their_own()
    {
        var cohort = Given.MatchedCohort()
            .Person("j1", p => p with { MentoringEndedAt = Given.London("2023-05-20T12:00:05") })
            .Person("j2", p => p with { MentoringEndedAt = Given.London("2023-05-20T12:00:40") });
        Assert.Equal(2, MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.Count(s => s.Kind == "erasure"));
    }

    [Fact]
    public void A_second_group_at_an_instant_already_dealt_with_gets_a_step_of_its_own()
    {
        var cohort = Given.MatchedCohort().Person("j1", p => p with { MentoringEndedAt = Given.London("2023-05-20T12:00") });
        var first = MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.Single(s => s.Kind == "erasure");
        var again = MentoringProgramme.TimelineOf(
            cohort.Done(first.Id), Given.Started).Steps.Single(s => s is { Kind: "erasure", DoneAt: null });
        Assert.Equal($"{first.Id}-2", again.Id);
    }

    [Fact]
    public void A_withdrawal_is_a_step_about_one_person()
    {
        var at = Given.London("2023-05-20T12:00");
        var step = Given.MatchedCohort().Person("m1", p => p with { WithdrawnAt = at }).Step("withdrawal-m1", at);
        Assert.Equal((StepState.Due, at, "m1"), (step.State, step.Due!.Value, step.PersonId));
    }

    [Fact]
    public void The_cohort_closes_when_the_report_is_made_and_nobody_is_left()
    {
        var now = Given.London("2025-01-01T09:00");
        var empty = Given.MatchedCohort() with { People = [] };
        Assert.Equal("everyone's data to be erased", Given.MatchedCohort().Step("cohort-closed", now).WaitsFor);
        Assert.Equal("the report", empty.Step("cohort-closed", now).WaitsFor);
        Assert.Equal(StepState.Due, empty.Done("report-ready").Step("cohort-closed", now).State);
        Assert.Equal(StepState.Due, empty.With(c => c with { CancelledAt = now }).Step("cohort-closed", now).State);
    }

    [Fact]
    public void The_closing_is_foreseen_once_everybodys_clock_runs()
    {
        var ended = Given.London("2023-09-30T09:00");
        var some = Given.MatchedCohort().Person("m1", p => p with { MentoringEndedAt = ended });
        Assert.Null(some.Step("cohort-closed", Given.Started).Due);
        var all = some with { People = [.. some.People.Select(p => p with { MentoringEndedAt = p.MentoringEndedAt ?? ended.AddDays(1) })] };
        Assert.Equal(Given.London("2024-10-01T09:00"), all.Step("cohort-closed", Given.Started).Due);
    }

    [Fact]
    public void It_wakes_at_the_next_date()
    {
        Assert.Equal(Given.London("2023-01-30T09:00"), MentoringProgramme.TimelineOf(Given.Cohort(), Given.Started).WakesAt);
        Assert.Equal(
            Given.London("2023-02-17T16:00"),
            MentoringProgramme.TimelineOf(Given.Cohort().Done("enrolment-opens"), Given.London("2023-02-01T09:00")).WakesAt);
    }

    [Fact]
    public void Of_steps_due_at_once_the_earlier_date_goes_first_and_then_the_kind()
    {
        var now = Given.London("2023-02-27T16:10");
        Assert.Equal("enrolment-opens", MentoringProgramme.TimelineOf(Given.Cohort(), now).DueNow!.Id);
        var rest = Given.Cohort().Done("enrolment-opens", "portrait-reminder-20230217", "portrait-reminder-20230223");
        Assert.Equal("portrait-deadline", MentoringProgramme.TimelineOf(rest, now).DueNow!.Id);
        Assert.Equal("matches-proposed", MentoringProgramme.TimelineOf(rest.Done("portrait-deadline"), now).DueNow!.Id);
    }

    [Fact]
    public void What_acts_on_answers_waits_ten_minutes_for_those_who_are_still_writing_and_keeps_its_date()
    {
        var rest = Given.Cohort().Done("enrolment-opens", "portrait-reminder-20230217", "portrait-reminder-20230223");
        var deadline = Given.London("2023-02-27T16:00");
        var before = MentoringProgramme.TimelineOf(rest, deadline.AddMinutes(10).AddTicks(-1));
        Assert.Equal((null, deadline.AddMinutes(10)), (before.DueNow, before.WakesAt));
        Assert.Equal(deadline, MentoringProgramme.TimelineOf(rest, deadline.AddMinutes(10)).DueNow!.Due);
    }

    [Fact]
    public void An_extended_deadline_brings_reminders_of_its_own_and_keeps_those_already_sent()
    {
        var cohort = Given.Cohort().Done("enrolment-opens", "portrait-reminder-20230217")
            .Defined(d => d with { PortraitDeadline = new DateTime(2023, 3, 6, 16, 0, 0) });
        Assert.Equal(
            ["portrait-reminder-20230217 Done", "portrait-reminder-20230224 Upcoming", "portrait-reminder-20230302 Upcoming"],
            MentoringProgramme.TimelineOf(cohort, Given.London("2023-02-20T12:00")).Steps.Where(s => s.Name == "portrait-reminder")
                .Select(s => $"{s.Id} {s.State}"));
    }

    [Fact]
    public void No_reminder_comes_before_the_invitation()
    {
        var cohort = Given.Cohort().Defined(d => d with { PortraitReminderDaysBefore = [60, 29, 4, 4] });
        Assert.Equal(
            ["portrait-reminder-20230223"],
            MentoringProgramme.TimelineOf(cohort, Given.Started).Steps.Where(s => s.Name == "portrait-reminder").Select(s => s.Id));
    }
}
