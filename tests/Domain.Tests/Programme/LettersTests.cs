using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

/// <summary>Few emails instead of many (T11).</summary>
public class LettersTests
{
    private static CohortSnapshot Matched =>
        Given.MatchedCohort().Defined(d => d with { Reflections = new ReflectionPlan(14, 3) });

    [Fact]
    public void What_can_wait_travels_with_the_letter_of_the_session_that_opens_within_days()
    {
        var mails = Matched.Plan("reflection-1-opens", Given.London("2023-05-02T09:00")).Mails;
        Assert.Equal(4, mails.Count);
        Assert.All(mails, m => Assert.Equal(
            OutboxMail.IdOf("session-2-opens", "session-opening", m.PersonId, m.PersonId[1] == '1' ? "pair-01" : "pair-02"),
            m.TravelsWith));
        // Should there be no letter, it goes by itself soon after.
        Assert.All(mails, m => Assert.Equal(Given.London("2023-05-03T12:00"), m.NotBefore));
    }

    [Fact]
    public void Where_it_would_leave_too_few_days_or_no_letter_comes_it_goes_at_once()
    {
        Assert.All(
            Matched.Defined(d => d with { Reflections = new ReflectionPlan(7, 3) })
                .Plan("reflection-1-opens", Given.London("2023-05-02T09:00")).Mails,
            m => Assert.Null(m.TravelsWith));
        Assert.All(Matched.Plan("reflection-6-opens", Given.London("2023-10-02T09:00")).Mails, m => Assert.Null(m.TravelsWith));
        Assert.All(Matched.Plan("wash-up-invitation", Given.London("2023-10-24T16:30")).Mails, m => Assert.Null(m.TravelsWith));
    }

    [Fact]
    public void Somebody_whose_pair_is_paused_or_over_gets_no_letter_and_so_nothing_waits_for_one()
    {
        var paused = Matched.PairNo(1, p => p with { PausedAt = Given.London("2023-04-20T09:00") });
        var mails = paused.Plan("reflection-1-opens", Given.London("2023-05-02T09:00")).Mails;
        Assert.Equal(["m2", "j2"], mails.Where(m => m.TravelsWith is not null).Select(m => m.PersonId));
        Assert.Equal(["m1", "j1"], mails.Where(m => m.TravelsWith is null).Select(m => m.PersonId));
    }

    [Fact]
    public void Somebody_who_has_had_as_many_as_the_scheme_means_waits_until_there_is_room_and_never_longer_than_it_is_of_use()
    {
        var now = Given.London("2023-06-01T18:00");
        var mail = OutboxMail.Planned("judicial-2023", "mixer-invitation", "mixer", "m1", now);
        var declared = MentoringProgramme.Declared;
        Assert.Null(declared.WaitsUntil(mail, Matched, now, Sent(4, now)));
        Assert.Equal(now.AddDays(2).AddMinutes(-4), declared.WaitsUntil(mail, Matched, now, Sent(5, now.AddDays(-28))));
        Assert.Equal(now.AddDays(7), declared.WaitsUntil(mail, Matched, now, Sent(5, now.AddDays(-1))));
        Assert.Null(declared.WaitsUntil(mail, Matched, now.AddDays(7), Sent(9, now)));
    }

    [Fact]
    public void Nobody_is_told_at_night_what_their_partner_did_and_everybody_hears_at_once_what_they_did_themselves()
    {
        var night = Given.London("2023-04-05T23:00");
        OutboxMail Of(string template) => OutboxMail.Planned("judicial-2023", "answer", template, "m1", night, "pair-01");
        Assert.Equal(
            Given.London("2023-04-06T08:00"), MentoringProgramme.Declared.WaitsUntil(Of("session-date"), Matched, night, []));
        Assert.Null(MentoringProgramme.Declared.WaitsUntil(Of("portrait-receipt"), Matched, night, []));
    }

    /// <summary>So many, each a minute apart; the last at an instant.</summary>
    private static IEnumerable<OutboxMail> Sent(int many, DateTimeOffset last) => Enumerable.Range(0, many).Select(n =>
        OutboxMail.Planned("judicial-2023", string.Create(CultureInfo.InvariantCulture, $"step-{n}"), "invitation", "m1", last) with
        {
            State = MailState.Sent,
            SettledAt = last.AddMinutes(-n),
        });
}
