using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>What happens to a cohort, told in a test's own order.</summary>
internal static class SnapshotSteps
{
    public static CohortSnapshot With(this CohortSnapshot cohort, Func<Cohort, Cohort> change) =>
        cohort with { Cohort = change(cohort.Cohort) };

    public static CohortSnapshot Defined(this CohortSnapshot cohort, Func<CohortDefinition, CohortDefinition> change) =>
        cohort.With(c => c with { Definition = change(c.Definition) });

    public static CohortSnapshot Person(this CohortSnapshot cohort, string id, Func<Person, Person> change) =>
        cohort with { People = [.. cohort.People.Select(p => p.Id == id ? change(p) : p)] };

    public static CohortSnapshot PairNo(this CohortSnapshot cohort, int number, Func<Pair, Pair> change) =>
        cohort with { Pairs = [.. cohort.Pairs.Select((p, i) => i == number - 1 ? change(p) : p)] };

    public static CohortSnapshot Done(this CohortSnapshot cohort, params string[] steps) =>
        steps.Aggregate(
            cohort, (c, step) => c.Done(step, MentoringProgramme.TimelineOf(c, DateTimeOffset.MinValue).Find(step)?.Due ?? Given.Started));

    public static CohortSnapshot Done(this CohortSnapshot cohort, string step, DateTimeOffset at) =>
        cohort.With(c => c.WithDone(MentoringProgramme.TimelineOf(cohort, at).Find(step) is { } found
            ? new StepRecord(step, found.Name, at, at) { Kind = found.Kind, Number = found.Number }
            : new StepRecord(step, step, at, at)));

    public static CohortSnapshot AllAnswered(this CohortSnapshot cohort) =>
        cohort with { People = [.. cohort.People.Select(p => p with { Portrait = Given.Portrait(p.Id) })] };

    public static CohortSnapshot Proposed(this CohortSnapshot cohort, params (string Mentor, string Mentee)[] pairs) =>
        cohort.Done("enrolment-opens", "portrait-deadline", "matches-proposed") with
        {
            Proposal = new Proposal
            {
                CohortId = cohort.Cohort.CohortId,
                Version = 1,
                ProposedAt = cohort.Instant(cohort.Definition.PortraitDeadline),
                Pairs = [.. pairs.Select(p => new ProposedPair(p.Mentor, p.Mentee, 0))],
                LeftOut = [],
            },
        };

    public static CohortSnapshot Released(this CohortSnapshot cohort, params (string Mentor, string Mentee)[] pairs)
    {
        var proposed = cohort.Proposed(pairs);
        return proposed.Done("matches-released", Given.London("2023-03-06T12:00")) with
        {
            Proposal = proposed.Proposal! with { ReleasedAt = Given.London("2023-03-06T12:00") },
            Pairs = [.. pairs.Select((p, i) => Given.Pair(i + 1, p.Mentor, p.Mentee))],
        };
    }

    public static Pair Answered(this Pair pair, int session, string by, bool met) =>
        pair.Answer(by, session, met, Given.Started);

    public static TimelineStep Step(this CohortSnapshot cohort, string id, DateTimeOffset now) =>
        MentoringProgramme.TimelineOf(cohort, now).Find(id) ?? throw new ArgumentException($"The timeline has no step {id}.", nameof(id));

    /// <summary>What the step would do at its own time, or at <paramref name="now"/>.</summary>
    public static Effects Plan(this CohortSnapshot cohort, string id, DateTimeOffset? now = null, params IDocument[] read)
    {
        var at = now ?? cohort.Step(id, DateTimeOffset.MinValue).Due!.Value;
        return MentoringProgramme.Declared.Plan(cohort.Step(id, at), cohort, new ReadDocuments(read), at);
    }

    /// <summary>"template to person" for every email, in order.</summary>
    public static IEnumerable<string> Emails(this Effects effects) => effects.Mails.Select(m => $"{m.Template} to {m.PersonId}");

    public static OutboxMail Mail(
        this CohortSnapshot cohort, string template, string personId, string step = "step", int number = 0, string? pair = null) => new()
        {
            CohortId = cohort.Cohort.CohortId,
            Id = OutboxMail.IdOf(step, template, personId, pair),
            Template = template,
            StepId = step,
            PersonId = personId,
            PairId = pair,
            Number = number,
            PlannedAt = Given.Started,
        };
}
