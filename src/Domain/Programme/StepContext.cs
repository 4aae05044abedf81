using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Programme;

/// <summary>A step about to be performed, with the words its rules need.</summary>
internal sealed record StepContext(TimelineStep Step, CohortSnapshot Cohort, DateTimeOffset Now)
{
    public CohortDefinition Definition => Cohort.Definition;

    /// <summary>Everyone who has not withdrawn.</summary>
    public IEnumerable<Person> TakingPart => Cohort.People.Where(p => p.TakesPart);

    public IEnumerable<Pair> RunningPairs => Cohort.Pairs.Where(p => p.IsRunning);

    public bool IsPast(DateTime local) => Now >= Cohort.Instant(local);

    /// <summary>
    /// One of these steps was performed when this step's own time had come already (an outage, a late start), so that a reminder now would
    /// follow on its heels.
    /// </summary>
    public bool ToldSince(params string[] names) =>
        Cohort.Cohort.Steps.Any(s => !s.Skipped && s.DoneAt >= Step.Due && names.Contains(s.Name));

    public OutboxMail To(Person person, string template, Pair? pair = null, IReadOnlyDictionary<string, string>? facts = null) =>
        Mail(person.Id, template, pair?.Id, facts);

    /// <summary>About a match that is no pair yet.</summary>
    public OutboxMail About(Person person, string template, string pairId) => Mail(person.Id, template, pairId, null);

    /// <summary>An email that belongs to another step; planned there already, it stays the one email.</summary>
    public OutboxMail OfStep(string stepId, Person person, string template) =>
        Mail(person.Id, template, null, null) with { Id = OutboxMail.IdOf(stepId, template, person.Id), StepId = stepId };

    public OutboxMail ToCoordinator(string template, Pair? pair = null, IReadOnlyDictionary<string, string>? facts = null) =>
        Mail(OutboxMail.CoordinatorId, template, pair?.Id, facts);

    /// <summary>A receipt that can still be sent when the person is gone from the store.</summary>
    public OutboxMail ToDeparted(Person person, string template, IReadOnlyDictionary<string, string>? facts = null) =>
        Mail(person.Id, template, null, facts) with { Departed = new DepartedRecipient(person.Name, person.Email, person.RoleInWords) };

    /// <summary>The people of a pair, with the pair, for emails that go to both.</summary>
    public IEnumerable<(Person Person, Pair Pair)> Both(IEnumerable<Pair> pairs) =>
        from pair in pairs
        from id in new[] { pair.MentorId, pair.MenteeId }
        let person = Cohort.FindPerson(id)
        where person is { TakesPart: true }
        select (person, pair);

    private OutboxMail Mail(string personId, string template, string? pairId, IReadOnlyDictionary<string, string>? facts) =>
        OutboxMail.Planned(Cohort.Cohort.CohortId, Step.Id, template, personId, Now, pairId) with
        {
            Number = Step.Number,
            Facts = facts ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
}
