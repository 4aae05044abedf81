using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Time;

// Over 200 lines because every event of a life is planned in one order.
namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>
/// Whole lives of cohorts from a seed: any timetable the rules allow, people who answer, stay silent, meet, miss and leave.
/// </summary>
internal static class RandomLives
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC"];

    public static Life Of(int seed, bool crashes = false)
    {
        var random = new Random(seed);
        var definition = Definition(random);
        var zone = definition.Zone;
        var started = zone.ToInstant(definition.EnrolmentOpens.AddDays(random.Next(-5, 5)));
        var people = Enumerable.Range(1, random.Next(2, 9))
            .SelectMany(i => new[] { Given.Mentor($"m{i}"), Given.Mentee($"j{i}") }).Append(Given.Both("b1")).ToList();
        var crash = new Random(seed);
        var life = new Life(new CohortSnapshot
        {
            Cohort = new Cohort { Definition = definition, Status = CohortStatus.Running, CreatedAt = started, StartedAt = started },
            Scheme = Samples.Judicial,
            People = people,
            Days = Holidays(definition, seed),
        })
        {
            Crash = () => crashes && crash.Next(3) == 0 ? crash.Next(12) : null,
        };
        foreach (var person in people)
        {
            Plan(life, definition, person.Id, random, started);
        }

        Coordinator(life, definition, random);
        LateArrivals.Into(life, definition, seed);
        return life;
    }

    private static WorkingDays Holidays(CohortDefinition d, int seed)
    {
        var random = new Random(seed + 2_000_000);
        var first = DateOnly.FromDateTime(d.EnrolmentOpens);
        return new WorkingDays(Enumerable.Range(0, 40).Select(_ => first.AddDays(random.Next(700))).Distinct()
            .ToDictionary(day => day, day => $"holiday of {day.DayOfYear}"));
    }

    private static void Plan(Life life, CohortDefinition d, string id, Random random, DateTimeOffset started)
    {
        var deadline = d.Zone.ToInstant(d.PortraitDeadline);
        if (random.Next(8) > 0)
        {
            life.At(
                Between(random, started, deadline.AddMinutes(-1)),
                l => l.Change(id, p => p with { Portrait = Given.Portrait(id) with { FirstSentAt = l.Now } }));
        }

        if (random.Next(12) == 0)
        {
            life.At(
                Between(random, started, deadline.AddMinutes(-1)),
                l => l.Change(id, p => p.Portrait is null ? p.Decline(l.Now) : p));
        }

        if (random.Next(6) == 0)
        {
            life.At(
                Between(random, started, d.Zone.ToInstant(d.Evaluation.Closes).AddMonths(2)),
                l => l.Change(id, p => p with { WithdrawnAt = l.Now }));
        }

        for (var k = 1; k <= d.Sessions.Count; k++)
        {
            var session = k;
            var (meets, reflects) = (random.Next(3) > 0, random.Next(2) > 0);
            life.At(
                Between(random, d.Zone.ToInstant(d.Sessions.Opens(k)), d.Zone.ToInstant(d.Sessions.Closes(k)).AddSeconds(-1)),
                l => l.Change(c => c with
                {
                    Pairs = [.. c.Pairs.Select(p => p.IsRunning && p.Includes(id) ? p.Answered(session, id, meets) : p)],
                }));
            if (reflects)
            {
                life.At(
                    d.Zone.ToInstant(d.Sessions.Closes(k)).AddHours(random.Next(1, 40)),
                    l => l.Change(id, p => p with { Reflected = new Dictionary<int, DateTimeOffset>(p.Reflected) { [session] = l.Now } }));
            }
        }

        var evaluates = random.Next(3) > 0;
        life.At(d.Zone.ToInstant(d.Evaluation.Opens).AddHours(random.Next(1, 20)), l =>
        {
            if (evaluates && l.Cohort.PairsOf(id).Any() && l.Cohort.FindPerson(id) is not null)
            {
                Evaluate(l, id);
            }
        });
    }

    private static void Evaluate(Life life, string id)
    {
        life.Change(id, p => p with { EvaluatedAt = life.Now });
        life.Answers.Add(new EvaluationAnswer
        {
            CohortId = life.Cohort.Cohort.CohortId,
            PersonId = id,
            Scores = new Dictionary<string, int> { ["safe"] = 4 },
            Comment = "",
            At = life.Now,
        });
    }

    private static void Coordinator(Life life, CohortDefinition d, Random random)
    {
        var deadline = d.Zone.ToInstant(d.PortraitDeadline);
        void Release(Life l)
        {
            if (l.Cohort is not { Proposal: { } proposal, Cohort.CancelledAt: null })
            {
                l.At(l.Now.AddDays(3), Release);
            }
            else if (proposal.ReleasedAt is null)
            {
                l.Change(c => c with { Proposal = proposal with { ReleasedAt = l.Now } });
            }
        }

        if (random.Next(8) == 0)
        {
            life.At(
                Between(random, life.Now.AddDays(1), d.Zone.ToInstant(d.Evaluation.Closes)),
                l => l.Ask(new ChangeRequest(ChangeKind.Cancel, "No room")));
            life.At(deadline.AddDays(3), l => l.Change(c => c.Proposal is { ReleasedAt: null } p && c.Cohort.CancelledAt is null
                ? c with { Proposal = p with { ReleasedAt = l.Now } }
                : c));
        }
        else
        {
            life.At(deadline.AddDays(random.Next(1, 40)), Release);
        }

        if (random.Next(3) == 0)
        {
            life.At(deadline.AddDays(-1), l => l.Ask(new ChangeRequest(ChangeKind.ExtendDeadline, "Few")
            {
                To = d.PortraitDeadline.AddDays(5),
                ReleaseBy = d.ReleaseBy.AddDays(5),
            }));
        }

        if (random.Next(3) == 0)
        {
            var pause = Between(random, life.Now, d.Zone.ToInstant(d.Evaluation.Opens));
            life.At(pause, l => l.Ask(new ChangeRequest(ChangeKind.Pause, "Strike")));
            life.At(pause.AddDays(random.Next(1, 60)), l => l.Ask(new ChangeRequest(ChangeKind.Resume, "Over")));
        }
    }

    private static CohortDefinition Definition(Random random)
    {
        var opens = new DateTime(2023, 1, 1, 9, 0, 0).AddDays(random.Next(900)).AddMinutes(random.Next(600));
        var deadline = opens.AddDays(random.Next(12, 60));
        var releaseBy = deadline.AddDays(random.Next(8, 20));
        var launch = releaseBy.AddDays(random.Next(8, 30));
        var check = random.Next(2, 6);
        var sessions = new SessionPlan(random.Next(1, 8), launch.AddDays(random.Next(5)), random.Next(7, 32), check, random.Next(0, check));
        var evaluation = sessions.Closes(sessions.Count).AddDays(random.Next(40));
        return Samples.Judicial2023 with
        {
            TimeZone = Zones[random.Next(Zones.Length)],
            EnrolmentOpens = opens,
            PortraitDeadline = deadline,
            PortraitReminderDaysBefore = [random.Next(1, 20), random.Next(1, 20)],
            ReleaseBy = releaseBy,
            Events =
            [
                Gathering(GatheringKinds.Training.Kind, deadline.AddDays(6)), Gathering(
                    EventKind.Launch, launch), Gathering(GatheringKinds.SupportSession.Kind, launch.AddDays(random.Next(90))),
                Gathering(GatheringKinds.Mixer.Kind, launch.AddDays(random.Next(90))), Gathering(
                    GatheringKinds.WashUp.Kind, evaluation.AddDays(random.Next(-9, 30))),
            ],
            Sessions = sessions,
            Reflections = new ReflectionPlan(random.Next(3, 20), random.Next(1, 3)),
            Evaluation = new EvaluationPlan(evaluation, evaluation.AddDays(20), random.Next(1, 15)),
            Retention = new RetentionPlan(random.Next(1, 19), random.Next(1, 61)),
        };

        CohortEvent Gathering(EventKind kind, DateTime at) => new(
            kind, 1, $"{kind}", at, 60, "Here", "About", kind == GatheringKinds.SupportSession.Kind
                ? EventAudience.ReverseMentors
                : EventAudience.Everyone, random.Next(0, 20));
    }

    private static DateTimeOffset Between(Random random, DateTimeOffset from, DateTimeOffset to) =>
        from + ((to - from) * random.NextDouble());
}
