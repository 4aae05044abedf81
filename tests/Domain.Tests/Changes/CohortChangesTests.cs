using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Changes;

public class CohortChangesTests
{
    private static readonly DateTimeOffset February = Given.London("2023-02-10T12:00");
    private static readonly DateTimeOffset May = Given.London("2023-05-20T12:00");
    private static readonly ChangeRequest Extension = new(ChangeKind.ExtendDeadline, "Few answers")
    {
        To = new DateTime(2023, 3, 3, 16, 0, 0),
    };
    private static readonly ChangeRequest MixerMoved = new(ChangeKind.MoveEvent, "Train strike")
    {
        Event = "mixer",
        To = new DateTime(2023, 6, 23, 18, 0, 0),
    };

    private static readonly CohortSnapshot Enrolling =
        Given.Cohort().Done("enrolment-opens").Person("m1", p => p with { Portrait = Given.Portrait("m1") });

    [Fact]
    public void An_extended_deadline_is_told_to_those_who_have_not_answered()
    {
        var changed = Decided(Enrolling, Extension, February);
        Assert.Equal(Extension.To, changed.Definition.PortraitDeadline);
        Assert.Equal(["m2", "j1", "j2"], Told(changed));
    }

    [Fact]
    public void A_change_is_recorded_with_its_reason() =>
        Assert.Equal(
            [
                new AppliedChange(
                    February, "the deadline for pen portraits", "Monday 27 February 2023 at 4pm (London time)",
                    "Friday 3 March 2023 at 4pm (London time)", "Few answers") { Kind = ChangeKind.ExtendDeadline },
            ],
            Decided(Enrolling, Extension, February).Changes);

    [Fact]
    public void Nobody_hears_of_an_extension_before_they_were_invited() =>
        Assert.Empty(Told(Decided(Given.Cohort(), Extension, February)));

    [Fact]
    public void An_extension_may_bring_a_later_release_which_it_needs_when_it_goes_past_it()
    {
        var late = Extension with { To = new DateTime(2023, 3, 10, 16, 0, 0) };
        Refused(
            Enrolling,
            late,
            February,
            "/releaseBy",
            "releaseBy must not come before portraitDeadline: matches are proposed at the deadline.");
        var both = late with { ReleaseBy = new DateTime(2023, 3, 17, 17, 0, 0) };
        Assert.Equal(both.ReleaseBy, Decided(Enrolling, both, February).Definition.ReleaseBy);
    }

    [Fact]
    public void A_deadline_is_extended_only_forwards_and_only_while_it_stands()
    {
        Refused(
            Enrolling,
            Extension with { To = new DateTime(2023, 2, 27, 16, 0, 0) },
            February,
            "/to",
            "The new deadline must be later than the old one, and in the future.");
        Refused(
            Enrolling,
            Extension,
            Given.London("2023-03-04T12:00"),
            "/to",
            "The new deadline must be later than the old one, and in the future.");
        Refused(
            Enrolling.Done("portrait-deadline"), Extension, February,
            "/change", "The pen-portrait deadline has passed; those who had not answered are erased.");
    }

    [Fact]
    public void A_moved_event_is_told_to_those_who_were_invited_to_it()
    {
        var invited = Given.MatchedCohort().Done("mixer-invitation");
        Assert.Equal(["m1", "m2", "j1", "j2"], Told(Decided(invited, MixerMoved, May)));
        Assert.Equal(
            ["m1", "m2"],
            Told(Decided(invited.Done("support-session-2-invitation"), MixerMoved with { Event = "support-session-2" }, May)));
        Assert.Empty(Told(Decided(Given.MatchedCohort(), MixerMoved, May)));
    }

    [Fact]
    public void Only_the_moved_event_moves()
    {
        var after = Decided(Given.MatchedCohort(), MixerMoved, May).Definition.Events;
        Assert.Equal(
            Samples.Judicial2023.Events.Select(
                e => e.StepName() == "mixer" ? e with { At = MixerMoved.To!.Value, Sequence = 1, AskedSince = 1 } : e),
            after);
    }

    [Fact]
    public void An_event_that_is_unknown_over_or_moved_into_the_past_is_refused()
    {
        var cohort = Given.MatchedCohort();
        Refused(
            cohort, MixerMoved with { Event = "party" }, May,
            "/event", "There is no such event. This cohort has: launch, support-session-1, mixer, support-session-2, wash-up.");
        Refused(cohort.Done("mixer"), MixerMoved, May, "/event", "That event has taken place.");
        Refused(cohort, MixerMoved with { To = new DateTime(2023, 5, 20, 12, 0, 0) }, May, "/to", "The new time must be in the future.");
        Refused(
            cohort, MixerMoved with { Event = "launch" }, February, "/sessions/firstOpens", "firstOpens must not come before the launch.");
    }

    [Fact]
    public void A_cohort_is_paused_and_resumed()
    {
        var paused = Decided(Enrolling, new ChangeRequest(ChangeKind.Pause, "Strike"), February);
        Assert.True(paused.Paused);
        var snapshot = Enrolling with { Cohort = paused };
        Refused(snapshot, new ChangeRequest(ChangeKind.Pause, "Strike"), February, "/change", "This cohort is paused already.");
        var resumed = Decided(snapshot, new ChangeRequest(ChangeKind.Resume, "Over"), February);
        Assert.False(resumed.Paused);
        Assert.Equal(["pause Strike", "resume Over"], resumed.Changes.Select(c => $"{c.What} {c.Reason}"));
        Refused(Enrolling, new ChangeRequest(ChangeKind.Resume, "Over"), February, "/change", "This cohort is not paused.");
    }

    [Fact]
    public void A_cancelled_cohort_goes_on_only_to_erase_and_a_pause_does_not_hold_that_up()
    {
        var cancelled = Decided(Enrolling.With(c => c with { Paused = true }), new ChangeRequest(ChangeKind.Cancel, "No room"), February);
        Assert.Equal((CohortStatus.Cancelled, February, false), (cancelled.Status, cancelled.CancelledAt!.Value, cancelled.Paused));
        foreach (var kind in new[] { ChangeKind.Cancel, ChangeKind.Pause, ChangeKind.ExtendDeadline })
        {
            Refused(
                Enrolling with { Cohort = cancelled },
                Extension with { Kind = kind },
                February,
                "",
                "This cohort is cancelled; only retention and erasure still happen.");
        }
    }

    [Theory]
    [InlineData(ChangeKind.Pause)]
    [InlineData(ChangeKind.Resume)]
    [InlineData(ChangeKind.Cancel)]
    public void What_has_not_started_can_be_neither_paused_nor_cancelled(ChangeKind kind) =>
        Refused(Draft, new ChangeRequest(kind, "x"), February, "/change", "This cohort has not been started yet.");

    [Fact]
    public void A_draft_can_be_extended_and_nobody_is_told()
    {
        var changed = Decided(Draft.Done("enrolment-opens"), Extension, February);
        Assert.Equal((Extension.To, 0), (changed.Definition.PortraitDeadline, changed.Untold.Count));
    }

    [Fact]
    public void A_closed_cohort_does_not_change() =>
        Refused(
            Enrolling.With(c => c with { Status = CohortStatus.Closed }), new ChangeRequest(ChangeKind.Pause, "x"), February,
            "", "This cohort is closed; nothing about it can change.");

    [Fact]
    public void Of_a_second_change_people_are_told_too_though_they_have_not_yet_been_told_of_the_first()
    {
        var first = Decided(Enrolling, Extension, February);
        var second = Decided(Enrolling with { Cohort = first }, Extension with { To = new DateTime(2023, 3, 4, 16, 0, 0) }, February);
        Assert.Equal([1, 2], second.Untold.Select(u => u.Number));
    }

    [Fact]
    public void Of_a_cancelled_cohort_nobody_hears_that_something_had_moved() =>
        Assert.Empty(Decided(
            Enrolling with { Cohort = Decided(Enrolling, Extension, February) },
            new ChangeRequest(ChangeKind.Cancel, "No room"),
            February).Untold);

    private static CohortSnapshot Draft => Given.Cohort().With(c => c with { Status = CohortStatus.Draft });

    private static IEnumerable<string> Told(Cohort cohort) => cohort.Untold.SelectMany(u => u.People);

    private static Cohort Decided(CohortSnapshot cohort, ChangeRequest request, DateTimeOffset now)
    {
        var read = CohortChanges.Decide(cohort, request, now);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static void Refused(CohortSnapshot cohort, ChangeRequest request, DateTimeOffset now, string place, string sentence)
    {
        var read = CohortChanges.Decide(cohort, request, now);
        Assert.Equal([new Problem(place, sentence)], read.Problems);
        Assert.False(read.Succeeded);
    }
}
