using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Programme;

/// <summary>A step about to be performed, with the words its rules need.</summary>
public sealed record StepContext(TimelineStep Step, CohortSnapshot Cohort, DateTimeOffset Now)
{
    /// <summary>What the step's declaration reads beside the cohort.</summary>
    public ReadDocuments Read { get; init; } = ReadDocuments.None;

    public CohortDefinition Definition => Cohort.Definition;

    /// <summary>Everyone who has not withdrawn.</summary>
    public IEnumerable<Person> TakingPart => Cohort.People.Where(p => p.TakesPart);

    public IEnumerable<Pair> RunningPairs => Cohort.Pairs.Where(p => p.IsRunning);

    public bool IsPast(DateTime local) => Now >= Cohort.Instant(local);

    /// <summary>
    /// People were told of one of these steps on the day of this step or later (an outage, a late start, a weekend between), so that a
    /// reminder now would follow on its heels.
    /// </summary>
    public bool ToldSince(params StepDeclaration[] steps) => steps.Any(d => Since(d).Any());

    /// <summary>The same of a step about the number that this step is about.</summary>
    public bool ToldSinceOfThis(StepDeclaration step) => Since(step).Any(s => s.Number == Step.Number);

    public OutboxMail To(Person person, EmailDeclaration email, string? pairId = null) => Mail(person.Id, email, pairId);

    public OutboxMail To<TFacts>(Person person, EmailDeclaration<TFacts> email, TFacts facts, string? pairId = null)
        where TFacts : class =>
        email.With(Mail(person.Id, email, pairId), facts);

    /// <summary>An email that belongs to another step; planned there already, it stays the one email.</summary>
    public OutboxMail OfStep(string stepId, Person person, EmailDeclaration email) =>
        Mail(person.Id, email, null) with { Id = OutboxMail.IdOf(stepId, email.Template, person.Id), StepId = stepId };

    public OutboxMail ToCoordinator(EmailDeclaration email, string? pairId = null) => Mail(OutboxMail.CoordinatorId, email, pairId);

    public OutboxMail ToCoordinator<TFacts>(EmailDeclaration<TFacts> email, TFacts facts, string? pairId = null)
        where TFacts : class =>
        email.With(Mail(OutboxMail.CoordinatorId, email, pairId), facts);

    /// <summary>A receipt that can still be sent when the person is gone from the store.</summary>
    public OutboxMail ToDeparted(Person person, EmailDeclaration email) =>
        Mail(person.Id, email, null) with
        {
            Departed = new DepartedRecipient(person.Name, person.Email, Cohort.Scheme.Words.RoleOf(person.Roles)),
        };

    /// <summary>The people of a pair, with the pair, for emails that go to both.</summary>
    public IEnumerable<(Person Person, Pair Pair)> Both(IEnumerable<Pair> pairs) =>
        from pair in pairs
        from id in new[] { pair.MentorId, pair.MenteeId }
        let person = Cohort.FindPerson(id)
        where person is { TakesPart: true }
        select (person, pair);

    private IEnumerable<StepRecord> Since(StepDeclaration step) => Cohort.Cohort.Steps.Where(s =>
        !s.Skipped && s.Kind == step.Kind && s.Id != Step.Id && Step.Due is { } due && DayOf(step.Told(s.DoneAt, Cohort)) >= DayOf(due));

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Definition.Zone.ToLocal(instant));

    private OutboxMail Mail(string personId, EmailDeclaration email, string? pairId) =>
        OutboxMail.Planned(Cohort.Cohort.CohortId, Step.Id, email.Template, personId, Now, pairId) with { Number = Step.Number };
}
