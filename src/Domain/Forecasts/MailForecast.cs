using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Forecasts;

/// <summary>
/// How many emails each step ahead of a cohort comes to at most, and how long the provider's quota makes them take: as if everybody
/// answered and as many as possible were in a pair. Other cohorts, and what single people set off, are not in it.
/// </summary>
public static class MailForecast
{
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<ForeseenWave> Of(DeclaredProgramme programme, CohortSnapshot cohort, SendQuota quota, DateTimeOffset now)
    {
        var paired = AtMost(cohort);
        var waves = new List<ForeseenWave>();
        var free = now;
        var deadline = cohort.Instant(cohort.Definition.PortraitDeadline);
        foreach (var step in programme.TimelineOf(cohort, now).Shown.Where(s => s.DoneAt is null && s.Due > now).OrderBy(s => s.Due))
        {
            var at = step.MailFrom ?? step.Due!.Value;
            var mails = MailsOf(programme, step, step.Due < deadline ? cohort : paired);
            var from = at > free ? at : free;
            var until = mails == 0 ? at : from + TimeFor(mails, quota);
            free = mails == 0 ? free : until;
            waves.Add(new ForeseenWave(step, mails, at, until));
        }

        return waves;
    }

    /// <summary>How long so many emails take, the first at once.</summary>
    public static TimeSpan TimeFor(int mails, SendQuota quota)
    {
        var hours = Math.Max(0, mails - 1) / quota.PerHour;
        var rest = mails - (hours * quota.PerHour);
        return TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(Math.Max(0, rest - 1) / quota.PerMinute);
    }

    private static int MailsOf(DeclaredProgramme programme, TimelineStep step, CohortSnapshot cohort) =>
        step.Declaration?.ForeseenMails?.Invoke(cohort) ?? programme.Plan(step, cohort, ReadDocuments.None, step.Due!.Value).Mails.Count;

    /// <summary>The cohort as if everybody had answered; its pairs where they are released, else as many as there can be.</summary>
    private static CohortSnapshot AtMost(CohortSnapshot cohort)
    {
        var people = cohort.People.Where(p => p.TakesPart).Select(Answered).ToList();
        return cohort with { People = people, Pairs = cohort.Pairs.Count > 0 ? cohort.Pairs : Paired(people, cohort) };
    }

    private static Person Answered(Person person) => person.Portrait is not null ? person : person with
    {
        Portrait = new PenPortrait
        {
            Name = person.Name,
            RoleAndExperience = "",
            Contact = person.Email,
            WhyInterested = "",
            DeclaredAt = person.AddedAt,
            FirstSentAt = person.AddedAt,
            SentAt = person.AddedAt,
        },
    };

    private static List<Pair> Paired(List<Person> people, CohortSnapshot cohort) =>
    [
        .. people.Where(p => p.IsMentor).Zip(people.Where(p => p.IsMentee)).Select((both, n) => new Pair
        {
            CohortId = cohort.Cohort.CohortId,
            Id = $"pair-{n}",
            MentorId = both.First.Id,
            MenteeId = both.Second.Id,
            ReleasedAt = cohort.Instant(cohort.Definition.ReleaseBy),
        }),
    ];
}

/// <param name="Mails">At most.</param>
/// <param name="At">UTC; when the first may go out.</param>
/// <param name="Until">UTC; when the last goes out, behind those of steps before it.</param>
public sealed record ForeseenWave(TimelineStep Step, int Mails, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>So many hours after their time those who come last have less of it than the emails say.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromHours(8);

    public bool IsLong => Until - At > Long;
}
