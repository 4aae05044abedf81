using System.Text.Json;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>Keeps the record of a rehearsal: the trace, the counts, the emails that arrived, and every problem.</summary>
public sealed class Recorder(TraceWriter trace, Func<DateTimeOffset> now) : ICohortObserver
{
    private readonly Lock _gate = new();
    private readonly Queue<OutboxMail> _arrived = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private int _ids;

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>How often something happened: "emails", "email introduction", "erasure retention", "reply reflection"…</summary>
    public int Count(string what) => _counts.GetValueOrDefault(what);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public bool TryTakeArrived(out OutboxMail mail)
    {
        lock (_gate)
        {
            return _arrived.TryDequeue(out mail!);
        }
    }

    public void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at) =>
        Once($"step {cohortId} {stepId}", () =>
        {
            trace.Write(at, "step", stepId, ("cohort", cohortId), ("name", name), ("skipped", skipped));
            Add("steps");
        });

    public void MailSettled(OutboxMail mail, DateTimeOffset at) =>
        Once($"mail {mail.CohortId} {mail.Id}", () =>
        {
            if (mail.State != MailState.Sent)
            {
                Add($"emails {mail.State.ToString().ToLowerInvariant()}");
                return;
            }

            trace.Write(
                at, "email", mail.Id,
                ("cohort", mail.CohortId), ("template", mail.Template), ("to", mail.PersonId), ("in", mail.CarriedBy));
            Add(mail.CarriedBy is null ? "emails" : "parts of emails");
            Add($"email {mail.Template}");
            _arrived.Enqueue(mail);
        });

    /// <summary>Whoever plays a provider that asks to wait counts that itself.</summary>
    public void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at)
    {
    }

    /// <summary>The rehearsal's mail goes to files, of which nobody reports anything.</summary>
    public void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at) =>
        Problem(mail.CohortId, $"A delivery report ({result}) came in.", at);

    public void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at)
    {
        lock (_gate)
        {
            trace.Write(at, "reply", $"reply-{++_ids}", ("cohort", cohortId), ("form", form), ("by", personId), ("number", number));
            Add("replies");
            Add($"reply {form}");
        }
    }

    public void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at) =>
        Once($"match {cohortId} {pairId}", () =>
        {
            trace.Write(at, "match", pairId, ("cohort", cohortId), ("mentor", mentorId), ("mentee", menteeId));
            Add("pairs");
        });

    public void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at) =>
        Once($"erasure {cohortId} {personId}", () =>
        {
            var reason = JsonNamingPolicy.KebabCaseLower.ConvertName(because.ToString());
            trace.Write(at, "erasure", ErasureProof.DocumentIdOf(personId), ("cohort", cohortId), ("who", personId), ("because", reason));
            Add($"erasure {reason}");
        });

    public void Problem(string cohortId, string what, DateTimeOffset at)
    {
        lock (_gate)
        {
            trace.Write(at, "problem", $"problem-{_problems.Count + 1}", ("cohort", cohortId), ("what", what));
            _problems.Add(what);
        }
    }

    public void Problem(string what) => Problem("", what, now());

    public void Page(string file, string form, int status)
    {
        lock (_gate)
        {
            trace.Write(now(), "page", Path.GetFileNameWithoutExtension(file), ("form", form), ("status", status));
            Add("pages");
        }
    }

    /// <summary>After a crash the service may tell the same thing twice; it is recorded once.</summary>
    private void Once(string key, Action record)
    {
        lock (_gate)
        {
            if (_told.Add(key))
            {
                record();
            }
        }
    }

    private void Add(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
}
