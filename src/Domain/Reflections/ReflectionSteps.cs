using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>A reflection window after each session (T7): opening, one reminder, close.</summary>
internal static class ReflectionSteps
{
    public static Effects Plan(StepContext c)
    {
        var k = c.Step.Number;
        return c.Step.Kind switch
        {
            StepKind.ReflectionCloses => Effects.Nothing,
            _ when c.IsPast(c.Definition.Sessions.Closes(k).AddDays(c.Definition.Reflections.WindowDays)) => Effects.TooLate,
            StepKind.ReflectionOpens => new Effects { Mails = [.. Asked(c).Select(p => c.To(p, Templates.ReflectionOpening))] },
            _ when c.ToldSince($"reflection-{k}-opens") => Effects.TooLate,
            _ => new Effects
            {
                Mails = [.. Asked(c).Where(p => !p.Reflected.ContainsKey(k) && !p.NudgesPaused).Select(p => c.To(p, Templates.ReflectionReminder))],
            },
        };
    }

    private static IEnumerable<Person> Asked(StepContext c) => c.Cohort.People.Where(c.Cohort.InScheme);
}
