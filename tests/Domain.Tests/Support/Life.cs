using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Tests.Support;

// Over 200 lines because a cohort's whole life is one state.
/// <summary>
/// A cohort lived through in memory: the moves the domain asks for, the effects it plans, and people who do things in between.
/// </summary>
internal sealed class Life(CohortSnapshot start)
{
    private readonly PriorityQueue<Action<Life>, (DateTimeOffset At, int Turn)> _deeds = new();
    private CohortSnapshot _stored = start;
    private readonly List<ErasureProof> _proofs = [];
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

    public CohortSnapshot Cohort => _stored with
    {
        OpenMails = Mails.Values.Count(m => m.IsOpen && m.MayBeTried(Now)),
        MailWaitsUntil = Mails.Values.Where(m => m.IsOpen && !m.MayBeTried(Now)).Min(m => m.NotBefore),
    };

    /// <summary>What people answered to the evaluation.</summary>
    public List<EvaluationAnswer> Answers { get; } = [];

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

        throw new InvalidOperationException(
            $"Five thousand moves and no end; at {Now:u} the next is {MentoringProgramme.MoveOf(Cohort, Now)}.");
    }

    /// <summary>Like an activity: after a crash it is run again, before anything else, and leaves alone what is no longer due.</summary>
    private void Perform(string stepId)
    {
        while (MentoringProgramme.TimelineOf(Cohort, Now).Find(stepId) is { State: StepState.Due } step)
        {
            var effects = MentoringProgramme.Declared.Plan(step, Cohort, new ReadDocuments([.. Answers, .. _proofs]), Now);
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

        foreach (var write in effects.InOrder)
        {
            yield return () => write.Accept(new Writer(this));
        }

        foreach (var erasure in effects.Erasures)
        {
            yield return () => Erase(erasure);
        }

        yield return () => _stored = _stored.With(
            c => effects.Cohort(c).WithDone(new StepRecord(step.Id, step.Name, step.Due ?? Now, Now, effects.Skipped)
            {
                Kind = step.Kind,
                Number = step.Number,
            }));
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
        _proofs.Add(new ErasureProof
        {
            CohortId = person.CohortId,
            PersonId = person.Id,
            Because = erasure.Because,
            At = Now,
            Removed = new Dictionary<string, int>(),
        });
        Answers.RemoveAll(a => a.PersonId == person.Id);
        _stored = _stored with { People = [.. _stored.People.Where(p => p.Id != person.Id)] };
    }

    private void SendAll()
    {
        foreach (var mail in Mails.Values.Where(m => m.IsOpen && m.MayBeTried(Now)).ToList())
        {
            var whyNot = Truth.WhyNot(mail, Cohort, Now);
            if (whyNot is null)
            {
                var context = new EmailContext(mail, Cohort, Now) { Read = new ReadDocuments(Report is null ? [] : [Report]) };
                Sent.Add((mail, MentoringProgramme.Declared.ValuesOf(context)));
            }

            Mails[mail.Id] = mail.Settled(whyNot is null ? MailState.Sent : MailState.Skipped, Now, whyNot);
        }
    }

    /// <summary>Done twice is done once, as in the store.</summary>
    private sealed class Writer(Life life) : IDocumentWriteVisitor<bool>
    {
        public bool Create<T>(DocumentWrite.Create<T> write)
            where T : class, IDocument
        {
            switch (write.Document)
            {
                case Pair pair when life._stored.Pairs.All(p => p.Id != pair.Id):
                    life._stored = life._stored with { Pairs = [.. life._stored.Pairs, pair] };
                    return true;
                case MatchOffer offer when life._stored.Offers.All(o => o.Id != offer.Id):
                    life._stored = life._stored with { Offers = [.. life._stored.Offers, offer] };
                    return true;
                case Report report when life.Report is null:
                    life.Report = report;
                    return true;
                default:
                    return false;
            }
        }

        public bool Put<T>(DocumentWrite.Put<T> write)
            where T : class, IDocument
        {
            life._stored = life._stored with { Proposal = (Proposal)(object)write.Document };
            return true;
        }

        public bool Change<T>(DocumentWrite.Change<T> write)
            where T : class, IDocument
        {
            life._stored = life._stored with
            {
                People = Changed(life._stored.People, write),
                Pairs = Changed(life._stored.Pairs, write),
                Offers = Changed(life._stored.Offers, write),
            };
            return true;
        }

        private static IReadOnlyList<TDocument> Changed<TDocument, T>(IReadOnlyList<TDocument> documents, DocumentWrite.Change<T> write)
            where TDocument : class, IDocument
            where T : class, IDocument =>
            [.. documents.Select(d => d is T ours && d.Id == write.Id ? (TDocument)(object)write.Apply(ours) : d)];
    }
}
