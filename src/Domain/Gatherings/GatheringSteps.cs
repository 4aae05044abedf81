using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>Launch, training, support sessions, mixer and wash-up: an invitation some days before, and the day itself.</summary>
internal static class EventSteps
{
    public static Effects Plan(StepContext c)
    {
        if (c.Step.Kind == StepKind.Event)
        {
            // From the launch on no match is looked for. Whoever was still hoping for one, a late joiner say, is told.
            return c.Step.Id == c.Definition.Launch.StepName && c.Cohort.Cohort.HasDone(Proposal.FirstRelease) ? ReleaseSteps.WithoutMatch(c, [], c.Now) : Effects.Nothing;
        }

        var gathering = c.Definition.Events.First(e => $"{e.StepName}-invitation" == c.Step.Id);
        return c.IsPast(gathering.At)
            ? Effects.TooLate
            : new Effects { Mails = [.. Invited(c.Cohort, gathering).Select(p => c.To(p, TemplateOf(gathering.Kind)))] };
    }

    /// <summary>Training comes before anyone is matched; every other gathering is for those who are in a pair.</summary>
    internal static IEnumerable<Person> Invited(CohortSnapshot cohort, CohortEvent gathering) =>
        cohort.People.Where(p => p.TakesPart && (gathering.Kind == EventKind.Training ? p.Portrait is not null && p.MentoringEndedAt is null : cohort.InScheme(p)) && gathering.Audience switch
        {
            EventAudience.ReverseMentors => p.IsMentor,
            EventAudience.ReverseMentees => p.IsMentee,
            _ => true,
        });

    private static string TemplateOf(EventKind kind) => kind switch
    {
        EventKind.Launch => Templates.LaunchInvitation,
        EventKind.Training => Templates.Training,
        EventKind.SupportSession => Templates.SupportSession,
        EventKind.Mixer => Templates.Mixer,
        _ => Templates.WashUp,
    };
}
