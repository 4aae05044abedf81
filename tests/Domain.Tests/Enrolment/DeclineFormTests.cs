using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class DeclineFormTests
{
    private static readonly CohortSnapshot Declined =
        Given.Cohort().Done("enrolment-opens").Person("m1", p => p.Decline(Given.London("2023-02-01T10:00")));

    [Fact]
    public void Whoever_declines_takes_part_no_more_and_their_link_names_nobody()
    {
        var effects = Decide("M1@example.org").Value!;
        var person = Assert.Single(effects.People).Apply(Given.Mentor("m1"));
        Assert.Equal((false, true, Given.Started), (person.TakesPart, person.HasDeclined, person.WithdrawnAt));
        var link = Assert.Single(effects.Changes<LinkGrant>()).Apply(Given.Link("pen-portrait", "m1"));
        Assert.Equal((LinkGrant.Nobody, DeclineForm.Key, Given.Started), (link.PersonId, link.Purpose, link.UsedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("j1@example.org")]
    public void Without_the_persons_own_address_nothing_is_declined(string address) =>
        Assert.Equal([new Problem("your_address", "wrong")], Decide(address).Problems);

    [Fact]
    public void It_can_be_declined_until_the_deadline_and_until_there_is_an_answer()
    {
        Assert.Null(Closed(Given.Cohort(), Given.Started));
        Assert.Equal("closed", Closed(Given.Cohort(), Given.London("2023-02-27T16:00")));
        Assert.Equal("answered", Closed(Given.Cohort().AllAnswered(), Given.Started));
    }

    [Fact]
    public void They_are_thanked_and_erased_at_once_and_the_coordinator_hears_nothing()
    {
        var at = Given.London("2023-02-01T10:00");
        var step = MentoringProgramme.TimelineOf(Declined, at).UrgentNow!;
        Assert.DoesNotContain(step, MentoringProgramme.TimelineOf(Declined, at).Shown);
        var effects = Declined.Plan(step.Id, at);
        var erasure = Assert.Single(effects.Erasures);
        Assert.Equal(("m1", ErasureReason.Declined, "decline-receipt"), (erasure.PersonId, erasure.Because, erasure.Receipt!.Template));
        Assert.Equal((true, false), (erasure.If(Declined.FindPerson("m1")!), erasure.If(Given.Mentor("m1"))));
        Assert.Empty(effects.Mails);
        Assert.DoesNotContain(MentoringProgramme.TimelineOf(Declined, at).Steps, s => s.Kind == LeavingSteps.Withdrawal.Kind);
    }

    [Fact]
    public void No_reminder_reaches_them()
    {
        Assert.Equal(
            ["portrait-reminder to m2", "portrait-reminder to j1", "portrait-reminder to j2"],
            Declined.Plan("portrait-reminder-20230217", Given.London("2023-02-17T16:00")).Emails());
        Assert.NotNull(MentoringProgramme.Declared.WhyNot(Declined.Mail("invitation", "m1", "enrolment-opens"), Declined, Given.Started));
    }

    private static string? Closed(CohortSnapshot cohort, DateTimeOffset now) => DeclaredProgramme.ClosedBecause(
        DeclineForm.Declaration, new FormContext(Given.Link("pen-portrait", "m1"), cohort.FindPerson("m1")!, cohort, now));

    private static Outcome<Effects> Decide(string address) => Given.Decision(
        DeclineForm.Key, Given.Cohort(), "m1", new Dictionary<string, string>(StringComparer.Ordinal) { ["your_address"] = address });
}
