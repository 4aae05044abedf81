using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Changes;

public class UndoingRulesTests
{
    private static readonly DateTimeOffset February = Given.London("2023-02-10T12:00");
    private static readonly ChangeRequest Extension = new(ChangeKind.ExtendDeadline, "Few answers")
    {
        To = new DateTime(2023, 3, 3, 16, 0, 0),
    };

    private static readonly CohortSnapshot Enrolling =
        Given.Cohort().Done("enrolment-opens").Person("m1", p => p with { Portrait = Given.Portrait("m1") });

    [Fact]
    public void The_last_change_is_taken_back_while_nobody_has_heard_of_it_and_only_its_dates()
    {
        var changed = Decided(Enrolling, Extension, February);
        var renamed = changed with { Definition = changed.Definition with { Name = "Another name" } };
        var undone = Decided(Enrolling with { Cohort = renamed }, Undo, February.AddMinutes(9));
        Assert.Equal(Enrolling.Definition.PortraitDeadline, undone.Definition.PortraitDeadline);
        Assert.Equal(Enrolling.Definition.ReleaseBy, undone.Definition.ReleaseBy);
        Assert.Equal("Another name", undone.Definition.Name);
        Assert.Empty(undone.Untold);
        Assert.Equal((ChangeKind.Undo, "Friday 3 March 2023 at 4pm (London time)"), (undone.Changes[^1].Kind, undone.Changes[^1].Old));
        Refused(Enrolling with { Cohort = undone }, Undo, February.AddMinutes(9), "/change", NothingToTakeBack);
    }

    [Fact]
    public void It_is_not_when_people_have_been_told_or_an_email_may_name_the_new_date_or_the_old_date_has_passed()
    {
        var extended = Enrolling with { Cohort = Decided(Enrolling, Extension, February) };
        Refused(extended, Undo, February + ChangeSteps.TimeToUndo, "/change", NothingToTakeBack);
        Refused(Enrolling, Undo, February, "/change", NothingToTakeBack);
        Assert.Contains(
            "Emails have left", CohortChanges.Decide(extended, Undo, February, _ => true).Problems[0].Sentence, StringComparison.Ordinal);
        var last = Given.London("2023-02-27T15:58");
        var atTheLast = Enrolling with { Cohort = Decided(Enrolling, Extension, last) };
        Refused(
            atTheLast, Undo, last.AddMinutes(3), "/change",
            "The date that it would go back to has passed. Make another change instead.");
    }

    [Fact]
    public void A_pause_between_leaves_nothing_to_take_back()
    {
        var extended = Enrolling with { Cohort = Decided(Enrolling, Extension, February) };
        var paused = Decided(extended, new ChangeRequest(ChangeKind.Pause, "x"), February);
        Refused(extended with { Cohort = paused }, Undo, February, "/change", NothingToTakeBack);
    }

    private const string NothingToTakeBack =
        "There is no change to take back: people have been told of the last one. Make another change instead.";

    private static readonly ChangeRequest Undo = new(ChangeKind.Undo, "A slip");

    private static Cohort Decided(CohortSnapshot cohort, ChangeRequest request, DateTimeOffset now)
    {
        var read = CohortChanges.Decide(cohort, request, now);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static void Refused(CohortSnapshot cohort, ChangeRequest request, DateTimeOffset now, string place, string sentence) =>
        Assert.Equal([new Problem(place, sentence)], CohortChanges.Decide(cohort, request, now).Problems);
}
