using System.Globalization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Tests.Mail;

public class BurdenTests
{
    private static readonly CohortZone London = CohortZone.Of("Europe/London");

    [Fact]
    public void What_travelled_with_another_or_was_for_the_team_or_never_left_is_not_counted()
    {
        OutboxMail[] mails =
        [
            Sent("m1", 1), Sent("m1", 2), Sent("m1", 3) with { CarriedBy = "mail-x" }, Sent("m1", 4) with { State = MailState.Skipped },
            Sent("j1", 1), Sent(OutboxMail.CoordinatorId, 1), Sent(OutboxMail.TeamIdOf("lead@example.org"), 1),
        ];
        Assert.Equal(new Burden(1.5, 2, 2, 1), Burden.Of(mails, London, month: 1));
    }

    [Fact]
    public void Months_are_those_of_the_calendar_where_the_cohort_is()
    {
        // Half past midnight in London on the first of May is still April in UTC.
        var mails = new[] { Sent("m1", 29), Sent("m1", 30), Sent("m1", 30) with { SettledAt = Given.London("2023-05-01T00:30") } };
        Assert.Equal(2, Burden.Of(mails, London, month: 5)!.MostInMonth);
    }

    [Fact]
    public void Where_nobody_has_got_any_nothing_is_said() => Assert.Null(Burden.Of([Sent(OutboxMail.CoordinatorId, 1)], London, 5));

    private static OutboxMail Sent(string to, int day) =>
        OutboxMail.Planned("judicial-2023", $"step-{day}", "mixer", to, Given.Started) with
        {
            State = MailState.Sent,
            SettledAt = Given.London(string.Create(CultureInfo.InvariantCulture, $"2023-04-{day:00}T09:00")),
        };
}
