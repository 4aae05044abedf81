using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Matching;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Pairs;

/// <summary>One pair: whether they met, and what a coordinator can do who has spoken to the two.</summary>
public sealed class PairPage(CohortReader reader, PairDesk desk) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/pairs/{pair}";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return cohort.Pairs.FirstOrDefault(p => p.Id == visit.Route["pair"]) is { } pair
            ? Show(visit, cohort, pair)
            : ConsoleAnswer.NothingHere;
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        if (cohort.Pairs.FirstOrDefault(p => p.Id == visit.Route["pair"]) is not { } pair)
        {
            return ConsoleAnswer.NothingHere;
        }

        var (decision, reason) = (visit.Does, visit.Typed("reason").Trim());
        if (decision is not ("pause" or "resume" or "end"))
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var done = await PairDecision.Read(FieldReader.Of(JsonSerializer.SerializeToElement(new { decision, reason })))
            .ThenAsync(asked => desk.DecideAsync(cohort, pair.Id, asked, cancellation));
        return done.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/pairs/{pair.Id}", new Deed($"pair-{decision}", pair.Id, reason)) with
            {
                Nudges = visit.CohortId,
            }
            : Show(visit, cohort, pair).Refused(done.Refusal);
    }

    private static ConsoleAnswer Show(Visit visit, CohortSnapshot cohort, Pair pair) => new("pair", Of(
        ("pair", pair.Id),
        ("name", cohort.Scheme.Words.PairOf(pair.NumberInWords)),
        ("mentor", Person(cohort, pair.MentorId)),
        ("mentee", Person(cohort, pair.MenteeId)),
        ("since", visit.Day(pair.ReleasedAt)),
        ("running", pair.IsRunning && pair.EndAskedAt is null),
        ("ended", (pair.EndAskedAt ?? pair.EndedAt) is { } ended ? visit.Day(ended) : null),
        ("completed", pair.Completed),
        ("paused", pair.PausedAt is { } paused ? visit.Day(paused) : null),
        ("before_launch", visit.Now < Rematching.Launch(cohort)),
        ("match_until", visit.Now < Rematching.Until(cohort) ? visit.Day(Rematching.Until(cohort)) : null),
        ("met", Enumerable.Range(1, cohort.Definition.Sessions.Count).Where(pair.HasMet).ToList()),
        ("of", cohort.Definition.Sessions.Count),
        ("reason", visit.Typed("reason"))))
    {
        Place = "pairs",
    };

    private static Dictionary<string, object?>? Person(CohortSnapshot cohort, string id) =>
        cohort.FindPerson(id) is { } person ? Of(("id", id), ("name", person.Name)) : null;
}
