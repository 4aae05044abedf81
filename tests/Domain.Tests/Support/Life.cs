using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>A cohort lived through in memory: the moves the domain asks for, the effects it plans, and people who do things in between.</summary>
internal sealed class Life(CohortSnapshot start)
{
    private readonly PriorityQueue<Action<Life>, (DateTimeOffset At, int Turn)> _deeds = new();
    private CohortSnapshot _stored = start;
    private int _turn;

    public DateTimeOffset Now { get; private set; } = start.Cohort.StartedAt!.Value;

    /// <summary>Says after how many writes of a step the process dies; null: it lives.</summary>
    public Func<int?> Crash { get; init; } = () => null;

    public Dictionary<string, OutboxMail> Mails { get; } = new(StringComparer.Ordinal);

    /// <summary>Emails as they left, with the values their text was made of.</summary>
    public List<(OutboxMail Mail, IReadOnlyDictionary<string, object?> Values)> Sent { get; } = [];

    public List<(TimelineStep Step, Effects Effects, DateTimeOffset At)> Performed { get; } = [];

    public Dictionary<string, ErasureReason> Erased { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> Left { get; } = new(StringComparer.Ordinal);

    /// <summary>How many people joined late.</summary>
    public int Joined { get; private set; }

    public Report? Report { get; private set; }

    public CohortSnapshot Cohort => _stored with { Erased = Erased.Count, OpenMails = Mails.Values.Count(m => m.IsOpen) };

    public void At(DateTimeOffset at, Action<Life> deed) => _deeds.Enqueue(deed, (at, _turn++));

    public void Change(Func<CohortSnapshot, CohortSnapshot> change) => _stored = change(_stored);

    public void Change(string person, Func<Person, Person> change) => _stored = _stored.Person(person, change);

    /// <summary>Added by the coordinator while the cohort runs.</summary>
    public void Join(Person person)
    {
        Joined++;
        _stored = _stored with { People = [.. _stored.People, person] };
        Post(_stored.Mail("invitation", person.Id, "enrolment-opens"));
    }

    public void Ask(ChangeRequest request)
    {
        if (CohortChanges.Decide(Cohort, request, Now).Value is { } changed)
        {
            _stored = _stored with { Cohort = changed };
        }
    }

    public void Post(OutboxMail mail) => Mails.TryAdd(mail.Id, mail);

    /// <returns>True where the cohort came to its end; false where it waits for somebody who will do nothing more.</returns>
    public bool Run()
    {
        for (var moves = 0; moves < 5000; moves++)
        {
            while (_deeds.TryPeek(out var deed, out var when) && when.At <= Now)
            {
                _deeds.Dequeue();
                deed(this);
            }

            var move = MentoringProgramme.MoveOf(Cohort, Now);
            switch (move.Kind)
            {
                case MoveKind.End:
                    return true;
                case MoveKind.SendMail:
                    SendAll();
                    break;
                case MoveKind.Perform:
                    Perform(move.StepId!);
                    break;
                default:
                    var deedAt = _deeds.TryPeek(out _, out var next) ? next.At : (DateTimeOffset?)null;
                    if ((move.Until, deedAt) is (null, null))
                    {
                        return false;
                    }

                    Now = new[] { move.Until, deedAt }.OfType<DateTimeOffset>().Min();
                    break;
            }
        }

        throw new InvalidOperationException($"Five thousand moves and no end; at {Now:u} the next is {MentoringProgramme.MoveOf(Cohort, Now)}.");
    }

    /// <summary>Like an activity: after a crash it is run again, before anything else, and leaves alone what is no longer due.</summary>
    private void Perform(string stepId)
    {
        while (MentoringProgramme.TimelineOf(Cohort, Now).Find(stepId) is { State: StepState.Due } step)
        {
            var effects = StepPlanner.Plan(step, Cohort, Now);
            var writes = Writes(step, effects).ToList();
            var dies = Crash();
            writes.Take(dies is { } n ? Math.Min(n, writes.Count - 1) : writes.Count).ToList().ForEach(write => write());
            if (dies is null)
            {
                Performed.Add((step, effects, Now));
            }
        }
    }

    /// <summary>In the order in which the store is written to.</summary>
    private IEnumerable<Action> Writes(TimelineStep step, Effects effects)
    {
        foreach (var mail in effects.Mails)
        {
            yield return () => Post(mail);
        }

        yield return () => _stored = _stored with { Proposal = effects.Proposal ?? _stored.Proposal };
        yield return () => Report ??= effects.Report;
        foreach (var pair in effects.NewPairs)
        {
            yield return () => _stored = _stored.Pairs.Any(p => p.Id == pair.Id) ? _stored : _stored with { Pairs = [.. _stored.Pairs, pair] };
        }

        foreach (var change in effects.Pairs)
        {
            yield return () => _stored = _stored with { Pairs = [.. _stored.Pairs.Select(p => p.Id == change.PairId ? change.Apply(p) : p)] };
        }

        foreach (var change in effects.People)
        {
            yield return () => Change(change.PersonId, change.Apply);
        }

        foreach (var erasure in effects.Erasures)
        {
            yield return () => Erase(erasure);
        }

        yield return () => _stored = _stored.With(c => effects.Cohort(c).WithDone(new StepRecord(step.Id, step.Name, step.Due ?? Now, Now, effects.Skipped)));
    }

    private void Erase(Erasure erasure)
    {
        if (_stored.FindPerson(erasure.PersonId) is not { } person || !erasure.If(person))
        {
            return;
        }

        Post(erasure.Receipt!);
        Erased.Add(person.Id, erasure.Because);
        Left.TryAdd(person.Id, person.WithdrawnAt ?? Now);
        _stored = _stored with
        {
            People = [.. _stored.People.Where(p => p.Id != person.Id)],
            Answers = [.. _stored.Answers.Where(a => a.PersonId != person.Id)],
        };
    }

    private void SendAll()
    {
        foreach (var mail in Mails.Values.Where(m => m.IsOpen).ToList())
        {
            var whyNot = MailTruth.WhyNot(mail, Cohort, Now);
            if (whyNot is null)
            {
                var context = new EmailContext(mail, Cohort, Now) { Report = Report };
                Sent.Add((mail, EmailValues.Of(context)));
            }

            Mails[mail.Id] = mail.Settled(whyNot is null ? MailState.Sent : MailState.Skipped, Now, whyNot);
        }
    }
}
