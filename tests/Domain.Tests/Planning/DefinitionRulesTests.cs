using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Planning;

public class DefinitionRulesTests
{
    private static readonly CohortDefinition Good = Samples.Judicial2023;

    [Fact]
    public void The_judicial_timetable_breaks_no_rule() => Assert.Empty(CohortDefinitionRules.Check(Good));

    [Fact]
    public void The_zone_must_be_an_IANA_name() =>
        Told("/timeZone", "timeZone must be an IANA name such as Europe/London.", Good with { TimeZone = "London" });

    [Theory]
    [InlineData("Etc/GMT+5")]
    [InlineData("Etc/GMT-14")]
    public void A_zone_that_means_the_opposite_of_what_it_says_is_refused(string zone) =>
        Told(
            "/timeZone",
            $"timeZone {zone} means the opposite of what it says: plus is behind UTC. Name a place, such as America/Bogota, or Etc/UTC.",
            Good with { TimeZone = zone });

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("Etc/GMT")]
    [InlineData("America/Bogota")]
    public void Other_zones_are_taken(string zone) => Assert.Empty(CohortDefinitionRules.Check(Good with { TimeZone = zone }));

    [Fact]
    public void A_deadline_at_midnight_is_refused_for_the_day_it_names_has_only_begun() =>
        Told(
            "/portraitDeadline",
            "portraitDeadline at 00:00 is over as that day begins, and people would read the day as theirs: write 23:59 of the day before.",
            Good with { PortraitDeadline = Good.PortraitDeadline.Date });

    [Fact]
    public void The_deadline_comes_after_the_opening() =>
        Told("/portraitDeadline", "portraitDeadline must come after enrolmentOpens.", Good with { EnrolmentOpens = Good.PortraitDeadline });

    [Fact]
    public void Matches_are_not_released_before_they_are_proposed() =>
        Told(
            "/releaseBy", "releaseBy must not come before portraitDeadline: matches are proposed at the deadline.",
            Good with { ReleaseBy = Good.PortraitDeadline.AddMinutes(-1) }, Good with { ReleaseBy = Good.PortraitDeadline });

    [Fact]
    public void There_is_exactly_one_launch_and_one_wash_up()
    {
        Told(
            "/events",
            "events must hold exactly one launch; there are 0.",
            Good with { Events = [.. Good.Events.Where(e => e.Kind != EventKind.Launch)] });
        Told("/events", "events must hold exactly one wash-up; there are 2.", Good with { Events = [.. Good.Events, Good.Events[^1]] });
    }

    [Fact]
    public void There_is_one_mixer_at_most()
    {
        var mixer = Good.Events.First(e => e.Kind == GatheringKinds.Mixer.Kind);
        Told(
            "/events", "events may hold one mixer at most.",
            Good with { Events = [.. Good.Events, mixer] }, Good with { Events = [.. Good.Events.Where(e => e != mixer)] });
    }

    [Fact]
    public void No_event_comes_before_anyone_is_known_to_take_part() =>
        Told(
            "/events", "support-session-1 must come after portraitDeadline: until then nobody is matched.",
            Moved("support-session-1", "2023-02-27T16:00"), Moved("support-session-1", "2023-02-27T16:01"));

    [Fact]
    public void The_launch_comes_after_the_release_and_not_after_the_first_session()
    {
        Told(
            "/events",
            "The launch must come after releaseBy: people meet their partner's name before they meet the partner.",
            Moved("launch", "2023-03-06T17:00"));
        Told(
            "/sessions/firstOpens",
            "firstOpens must not come before the launch.",
            Moved("launch", "2023-04-03T09:01"),
            Moved("launch", "2023-04-03T09:00"));
    }

    [Fact]
    public void The_check_comes_inside_the_session_and_the_nudge_after_the_check()
    {
        Told(
            "/sessions/checkDaysBeforeClose", "checkDaysBeforeClose must be less than windowDays.",
            Good
                with
            { Sessions = Good.Sessions with { WindowDays = 9 } }, Good with { Sessions = Good.Sessions with { WindowDays = 10 } });
        Told(
            "/sessions/nudgeDaysBeforeClose", "nudgeDaysBeforeClose must be less than checkDaysBeforeClose: the nudge follows the check.",
            Good with { Sessions = Good.Sessions with { NudgeDaysBeforeClose = 9 } }, Good
                with
            { Sessions = Good.Sessions with { NudgeDaysBeforeClose = 8 } });
    }

    [Fact]
    public void The_reflections_reminder_comes_inside_its_window() =>
        Told(
            "/reflections/reminderDaysBeforeClose", "reminderDaysBeforeClose must be less than windowDays.",
            Good with { Reflections = new ReflectionPlan(5, 5) }, Good with { Reflections = new ReflectionPlan(5, 4) });

    [Fact]
    public void The_evaluation_comes_after_the_sessions_and_its_reminder_inside_it()
    {
        var lastCloses = Good.Sessions.Closes(6);
        Told(
            "/evaluation/opens", "evaluation must not open before the last session has closed.",
            Good with { Evaluation = Good.Evaluation with { Opens = lastCloses.AddMinutes(-1) } }, Good
                with
            { Evaluation = Good.Evaluation with { Opens = lastCloses } });
        Told(
            "/evaluation/closes",
            "evaluation must close after it opens.",
            Good with { Evaluation = Good.Evaluation with { Closes = Good.Evaluation.Opens } });
        Told(
            "/evaluation/reminderDaysBeforeClose", "The evaluation's reminder would come before it opens.",
            Good with { Evaluation = Good.Evaluation with { ReminderDaysBeforeClose = 22 } }, Good
                with
            { Evaluation = Good.Evaluation with { ReminderDaysBeforeClose = 21 } });
    }

    [Fact]
    public void Sessions_open_on_the_same_day_of_each_calendar_month_or_its_last()
    {
        var plan = new SessionPlan(6, new DateTime(2024, 1, 31, 9, 0, 0), 27, 9, 4);
        Assert.Equal(
            ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"],
            Enumerable.Range(1, 4).Select(k => plan.Opens(k).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTime(2024, 3, 27, 9, 0, 0), plan.Closes(2));
    }

    private static CohortDefinition Moved(string step, string to) => Good with
    {
        Events = [.. Good.Events.Select(e => e.StepName() == step ? e with { At = DateTime.Parse(to, CultureInfo.InvariantCulture) } : e)],
    };

    private static void Told(string place, string sentence, CohortDefinition bad, CohortDefinition? justGood = null)
    {
        Assert.Equal([new Problem(place, sentence)], CohortDefinitionRules.Check(bad));
        Assert.Empty(CohortDefinitionRules.Check(justGood ?? Good));
    }
}
