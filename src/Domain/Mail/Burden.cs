using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Mail;

/// <summary>How many emails the people of a cohort have got; what travelled with another is not counted again (T11).</summary>
/// <param name="Median">Of all who got any, over the whole cohort so far; the mean of the two in the middle where there are two.</param>
/// <param name="Most">That one person got.</param>
/// <param name="MostInMonth">That one person got in one calendar month.</param>
/// <param name="Over">How many people once got more in a calendar month than the scheme means them to.</param>
public sealed record Burden(double Median, int Most, int MostInMonth, int Over)
{
    /// <param name="mails">Of one cohort, whatever became of them.</param>
    /// <param name="month">How many the scheme means a person to get in a month.</param>
    /// <returns>Null where nobody has got any.</returns>
    public static Burden? Of(IEnumerable<OutboxMail> mails, CohortZone zone, int month)
    {
        var got = mails.Where(IsOne).GroupBy(m => m.PersonId, StringComparer.Ordinal)
            .Select(person => (
                All: person.Count(),
                InMonth: person.GroupBy(m => zone.ToLocal(m.SettledAt!.Value) is var at ? (at.Year, at.Month) : default)
                    .Max(g => g.Count())))
            .OrderBy(p => p.All).ToList();
        return got.Count == 0 ? null : new Burden(
            (got[(got.Count - 1) / 2].All + got[got.Count / 2].All) / 2.0,
            got[^1].All,
            got.Max(p => p.InMonth),
            got.Count(p => p.InMonth > month));
    }

    /// <summary>An email of its own to somebody who takes part.</summary>
    public static bool IsOne(OutboxMail mail) =>
        mail is { State: MailState.Sent, CarriedBy: null, SettledAt: not null, IsForTeam: false, PersonId: not OutboxMail.CoordinatorId };
}
