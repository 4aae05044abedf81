using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Programme;

/// <summary>Case 27: 15 of the 69 steps of judicial-2023 fall on a weekend, and 11 of them send mail.</summary>
public class DaysOffTests
{
    private static readonly CohortSnapshot Matched = Given.MatchedCohort() with
    {
        Days = new WorkingDays(new Dictionary<DateOnly, string>
        {
            [new DateOnly(2023, 5, 1)] = "Early May",
            [new DateOnly(2023, 8, 28)] = "Summer",
        }),
    };

    [Fact]
    public void Mail_that_would_come_on_a_weekend_or_holiday_waits_for_the_next_working_morning_and_says_so() => Assert.Equal(
        [
            "launch-joining-missing 03-27T09:00 Sunday",
            "reflection-1-opens 05-02T09:00 Sunday", "reflection-1-reminder 05-08T09:00 Sunday",
            "session-2-check 05-22T09:00 Sunday",
            "session-3-opens 06-05T09:00 Saturday", "support-session-2-joining-missing 07-10T09:00 Sunday",
            "reflection-4-opens 07-31T09:00 Sunday", "reflection-4-reminder 08-07T09:00 Sunday",
            "session-5-nudge 08-29T09:00 Saturday", "session-6-opens 09-04T09:00 Sunday", "reflection-6-opens 10-02T09:00 Saturday",
            "reflection-6-reminder 10-09T09:00 Saturday",
        ],
        MentoringProgramme.TimelineOf(Matched, Given.Started).Steps.Where(s => s.Moved is not null)
            .Select(s => $"{s.Id} {Local(s.Due!.Value):MM-dd'T'HH:mm} {s.Moved!.Because}"));

    [Fact]
    public void The_reminder_two_days_before_a_deadline_on_a_Monday_comes_on_that_mornings_last_hours()
    {
        var reminder = Given.Cohort().AllAnswered().Proposed(("m1", "j1")).Step("release-reminder-1", Given.Started);
        Assert.Equal((Given.London("2023-03-06T09:00"), Given.London("2023-03-04T17:00")), (reminder.Due!.Value, reminder.Moved!.From));
    }

    [Fact]
    public void Deadlines_and_gatherings_keep_their_dates_and_say_what_day_that_is()
    {
        var onSaturday = Matched.Defined(d => d with
        {
            Events = [.. d.Events.Select(e => e.Kind.Key == "mixer" ? e with { At = new DateTime(2023, 6, 24, 18, 0, 0) } : e)],
        });
        foreach (var (step, at, dayOff) in new[]
        {
            ("mixer", "2023-06-24T18:00", "Saturday"), ("session-1-closes", "2023-04-30T09:00", "Sunday"),
            ("reflection-5-closes", "2023-09-09T09:00", "Saturday"),
        })
        {
            var stays = onSaturday.Step(step, Given.Started);
            Assert.Equal((Given.London(at), dayOff, null), (stays.Due!.Value, stays.DayOff, stays.Moved));
        }

        Assert.Null(Matched.Step("session-2-closes", Given.Started).DayOff);
        Assert.Null(onSaturday.Step("mixer", Given.London("2023-06-24T18:00")).DayOff);
    }

    [Fact]
    public void What_was_promised_about_erasure_is_kept_to_the_day()
    {
        var ended = Matched.Person("m1", p => p with { MentoringEndedAt = Given.London("2023-04-01T09:00") });
        var steps = MentoringProgramme.TimelineOf(ended, Given.London("2023-04-02T09:00")).Steps;
        Assert.Equal(
            [("erasure", Given.London("2024-04-01T09:00")), ("retention-notice", Given.London("2024-03-02T09:00"))],
            steps.Where(s => s.Kind is "erasure" or "retention-notice").Select(s => (s.Kind, s.Due!.Value)).Order());
        Assert.Equal("Saturday", steps.Single(s => s.Kind == "retention-notice").DayOff);
    }

    [Fact]
    public void A_session_that_closes_on_a_Sunday_closes_then_and_the_coordinator_hears_of_it_on_the_next_working_morning()
    {
        var closes = Given.London("2023-04-30T09:00");
        var morning = Given.London("2023-05-02T09:00");
        Assert.Equal(morning, Matched.Step("session-1-closes", Given.Started).MailFrom);
        Assert.All(Matched.Plan("session-1-closes", closes).Mails, m => Assert.Equal(morning, m.NotBefore));
        Assert.NotEmpty(Matched.Plan("session-1-closes", closes).Mails);
        Assert.All(Matched.Plan("session-2-closes").Mails, m => Assert.Null(m.NotBefore));
    }

    [Fact]
    public void Who_was_silent_hears_at_once_that_they_are_erased_also_on_a_Sunday()
    {
        var cohort = Given.Cohort().Done("enrolment-opens").Defined(d => d with { PortraitDeadline = new DateTime(2023, 2, 25, 16, 0, 0) });
        var receipts = cohort.Plan("not-taken-up-20230225T160000").Erasures.Select(e => e.Receipt!).ToList();
        Assert.Equal(4, receipts.Count);
        Assert.All(receipts, receipt => Assert.Null(receipt.NotBefore));
    }

    [Fact]
    public void A_question_and_its_nudge_that_come_to_the_same_morning_are_one_email()
    {
        var close = Matched.Defined(d => d with { Sessions = d.Sessions with { CheckDaysBeforeClose = 8, NudgeDaysBeforeClose = 7 } });
        var (check, nudge) = (close.Step("session-1-check", Given.Started), close.Step("session-1-nudge", Given.Started));
        Assert.Equal((Given.London("2023-04-24T09:00"), check.Due), (check.Due!.Value, nudge.Due));
        Assert.Same(Effects.TooLate, close.Done("session-1-check", nudge.Due!.Value).Plan("session-1-nudge"));
    }

    [Fact]
    public void What_lay_behind_when_the_cohort_was_started_is_done_at_once_whatever_the_day()
    {
        var saturday = Given.London("2023-02-04T11:00");
        var opened = Given.Cohort().Defined(d => d with { EnrolmentOpens = new DateTime(2023, 2, 4, 10, 59, 0) });
        Assert.Equal(Given.London("2023-02-06T09:00"), opened.Step("enrolment-opens", saturday).Due);
        Assert.Equal(StepState.Due, opened.With(c => c with { StartedAt = saturday }).Step("enrolment-opens", saturday).State);
    }

    [Fact]
    public void A_step_that_was_done_on_a_later_day_than_its_date_still_says_why()
    {
        var morning = Given.London("2023-05-02T09:00");
        Assert.Equal(
            new MovedStep(Given.London("2023-04-30T09:00"), "Sunday"),
            Matched.Done("reflection-1-opens", morning).Step("reflection-1-opens", morning.AddDays(1)).Moved);
    }

    [Fact]
    public void An_email_that_was_moved_says_the_same_deadline()
    {
        var form = MentoringProgramme.Declared.FormOf("reflection");
        var sent = Matched.Step("reflection-1-opens", Given.Started).Due!.Value;
        var context = new FormContext(Given.Link("reflection", "m1", 1), Matched.FindPerson("m1")!, Matched, sent);
        Assert.Equal(Given.London("2023-05-10T09:00"), DeclaredProgramme.UsableUntil(form, context));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_any_timetable_mail_comes_on_working_days_never_early_and_in_time(int seed)
    {
        var cohort = RandomLives.Of(seed).Cohort;
        var (zone, now) = (cohort.Definition.Zone, cohort.Cohort.StartedAt!.Value);
        var timeline = MentoringProgramme.TimelineOf(cohort, now);
        foreach (var step in MentoringProgramme.Declared.Steps.SelectMany(d => d.Occurs(d, cohort, now)).Where(s => s.Due is not null))
        {
            var (placed, due) = (timeline.Find(step.Id)!, step.Due!.Value);
            Assert.InRange(placed.Due!.Value, due, step.Deadline > due ? step.Deadline.Value : DateTimeOffset.MaxValue);
            if (placed.Declaration!.OnDayOff == DayOff.Moves && placed.Due > now && cohort.Days.WhyOff(placed.Due.Value, zone) is not null)
            {
                Assert.True(step.Deadline - cohort.Days.Move(due, zone) < WorkingDays.LeastNotice, $"{step.Id} comes on a day off.");
            }

            Assert.True(placed.Declaration.OnDayOff == DayOff.Moves || placed.Due == due, $"{step.Id} was moved.");
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    private static DateTime Local(DateTimeOffset at) => Matched.Definition.Zone.ToLocal(at);
}
