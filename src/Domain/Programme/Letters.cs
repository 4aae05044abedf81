using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Domain.Programme;

/// <summary>
/// Few emails instead of many (T11): what can wait some days for the next letter to the same person travels with it, as a part of it.
/// </summary>
internal static class Letters
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>After this long it goes by itself: the letter was not true any more, or its step waits for somebody.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>
    /// When (UTC) somebody who has had as many emails within thirty days as the scheme means them to get in a month has room for one more,
    /// or it can wait no longer; null: they have room now.
    /// </summary>
    public static DateTimeOffset? RoomAt(DateTimeOffset latest, CohortSnapshot cohort, DateTimeOffset now, IEnumerable<OutboxMail> sent)
    {
        var recent = sent.Where(m => Burden.IsOne(m) && m.SettledAt > now - Month).OrderByDescending(m => m.SettledAt)
            .Skip(cohort.Scheme.EmailsAMonth - 1).FirstOrDefault();
        return recent?.SettledAt + Month is not { } room ? null : room < latest ? room : latest;
    }

    /// <summary>An email that is planned together with the one that takes it along.</summary>
    /// <param name="now">UTC.</param>
    public static OutboxMail Travelling(OutboxMail mail, OutboxMail letter, DateTimeOffset now) =>
        mail with { TravelsWith = letter.Id, NotBefore = now + Patience };

    /// <summary>The same email, held for the letter it will travel with; unchanged where none comes in time.</summary>
    /// <param name="now">UTC; when it is planned.</param>
    public static OutboxMail Held(
        OutboxMail mail, EmailDeclaration email, Lazy<CohortTimeline> timeline, CohortSnapshot cohort, DateTimeOffset now)
    {
        if (mail.TravelsWith is not null || email.MayWaitUntil(mail, cohort) is not { } latest
            || cohort.Cohort.Paused || cohort.FindPerson(mail.PersonId) is null)
        {
            return mail;
        }

        var pair = cohort.PairsOf(mail.PersonId).FirstOrDefault(p => p is { IsRunning: true, IsPaused: false });
        var next = timeline.Value.Steps
            .Where(s => s is { State: StepState.Upcoming, WaitsFor: null, Declaration.Letter: not null })
            .Where(s => s.Ready > now && s.Ready <= latest)
            .MinBy(s => s.Ready);
        return pair is null || next is not { Declaration.Letter: { } letter, Ready: { } leaves }
            ? mail
            : mail with
            {
                TravelsWith = OutboxMail.IdOf(next.Id, letter.Template, mail.PersonId, pair.Id),
                NotBefore = leaves + Patience,
            };
    }
}
