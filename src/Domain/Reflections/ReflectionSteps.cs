using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>A reflection window after each session (T7): opening, one reminder, close.</summary>
public static class ReflectionSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Reminder, Closes, Opens];

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "reflection-reminder",
        Order = 220,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Each(cohort, "reminder", (d, k) => Window(d, k).AddDays(-d.Reflections.ReminderDaysBeforeClose)),
        Plan = c => IsOver(c) || c.ToldSinceOfThis(Opens!) ? Effects.TooLate : Effects.Mail(Asked(c)
            .Where(p => !p.Reflected.ContainsKey(c.Step.Number) && !p.NudgesPaused).Select(p => c.To(p, ReflectionEmails.Reminder))),
    };

    public static readonly StepDeclaration Closes = new()
    {
        Kind = "reflection-closes",
        Order = 230,
        WaitsForLate = true,
        Occurs = (step, cohort, _) => Each(cohort, "closes", Window),
        Plan = _ => Effects.Nothing,
    };

    public static readonly StepDeclaration Opens = new()
    {
        Kind = "reflection-opens",
        Order = 240,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Each(cohort, "opens", (d, k) => d.Sessions.Closes(k)),
        Plan = c => IsOver(c) ? Effects.TooLate : Effects.Mail(Asked(c).Select(p => c.To(p, ReflectionEmails.Opening))),
    };

    /// <summary>Local time at which the window after a session closes.</summary>
    internal static DateTime Window(CohortDefinition d, int number) => d.Sessions.Closes(number).AddDays(d.Reflections.WindowDays);

    private static IEnumerable<StepOccurrence> Each(CohortSnapshot cohort, string what, Func<CohortDefinition, int, DateTime> at) =>
        from k in Enumerable.Range(1, cohort.Definition.Sessions.Count)
        let name = string.Create(CultureInfo.InvariantCulture, $"reflection-{k}-{what}")
        select new StepOccurrence(name, name, cohort.Instant(at(cohort.Definition, k)))
        {
            Number = k,
            WaitsFor = Released.Awaited(cohort),
            Deadline = cohort.Instant(Window(cohort.Definition, k)),
        };

    private static bool IsOver(StepContext c) => c.IsPast(Window(c.Definition, c.Step.Number));

    private static IEnumerable<Person> Asked(StepContext c) => c.Cohort.People.Where(c.Cohort.InScheme);
}
