using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Planning;

/// <summary>What may be done, and is perhaps not meant.</summary>
/// <param name="Field">JSON pointer, such as /releaseBy.</param>
/// <param name="Date">Local time in the cohort's timeZone.</param>
/// <param name="Reason">Such as "Saturday", or the name of a holiday.</param>
/// <param name="Meaning">What follows from it, and what to do.</param>
public sealed record DateWarning(string Field, DateTime Date, string Reason, string Meaning);

/// <summary>The dates of a definition on which people do not work.</summary>
public static class DateWarnings
{
    private const string Unmoved = "It stays as it is. Choose another date if this is not what you mean.";

    private const string Mailed = "The emails go out on the next working morning.";

    /// <returns>In the order of the definition's fields.</returns>
    public static IReadOnlyList<DateWarning> Of(CohortDefinition d, WorkingDays days) =>
    [
        .. from date in Dates(d)
           let reason = days.WhyOff(DateOnly.FromDateTime(date.At))
           where reason is not null
           select new DateWarning(date.Field, date.At, reason, date.Meaning),
    ];

    private static IEnumerable<(string Field, DateTime At, string Meaning)> Dates(CohortDefinition d)
    {
        yield return ("/enrolmentOpens", d.EnrolmentOpens, Mailed);
        yield return ("/portraitDeadline", d.PortraitDeadline, $"This is the deadline for pen portraits. {Unmoved}");
        yield return ("/releaseBy", d.ReleaseBy, $"You would release the matches then. {Unmoved}");
        foreach (var e in d.Events)
        {
            yield return ("/events", e.At, $"This is {e.StepName()}, {e.Name}. {Unmoved}");
        }

        for (var k = 1; k <= d.Sessions.Count; k++)
        {
            yield return ("/sessions", d.Sessions.Opens(k), $"Session {k} opens. {Mailed}");
            yield return ("/sessions", d.Sessions.Closes(k), $"Session {k} closes. {Unmoved}");
        }

        yield return ("/evaluation/opens", d.Evaluation.Opens, Mailed);
        yield return ("/evaluation/closes", d.Evaluation.Closes, $"The evaluation closes. {Unmoved}");
    }
}
