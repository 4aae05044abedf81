using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Rehearsal.Script;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>Whether the cohorts ended as the script says.</summary>
internal static class Verdict
{
    public static IReadOnlyList<string> Of(IReadOnlyList<CohortSnapshot> cohorts, Recorder record, Expectation expect, int copies)
    {
        var failures = new List<string>(record.Problems.Select(p => $"A problem was met: {p}"));
        foreach (var cohort in cohorts.Where(c => c.Cohort.Status != CohortStatus.Closed))
        {
            failures.Add($"{cohort.Cohort.CohortId} has not come to its end; it is {cohort.Cohort.Status}.");
        }

        foreach (var cohort in cohorts.Where(c => c.People.Count > 0))
        {
            failures.Add($"{cohort.Cohort.CohortId} still holds the data of {cohort.People.Count} people.");
        }

        Expect("pairs", expect.Pairs);
        foreach (var (reason, count) in expect.Erasures)
        {
            Expect($"erasure {reason}", count);
        }

        foreach (var (template, count) in expect.Emails)
        {
            Expect($"email {template}", count);
        }

        foreach (var (form, count) in expect.Replies)
        {
            Expect($"reply {form}", count);
        }

        Expect("email session-nudge", expect.Nudged);
        Expect("email session-missed", expect.MissedSessions);
        return failures;

        void Expect(string what, int each)
        {
            if (record.Count(what) != each * copies)
            {
                failures.Add($"{what}: the script says {each * copies}, it was {record.Count(what)}.");
            }
        }
    }
}
