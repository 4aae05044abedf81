using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Home;

/// <summary>What waits for somebody, and each of their cohorts in a line.</summary>
public sealed class HomePage(CohortReader reader, ICohortStore store, TwoPeople two, ApplicationDesk applications, PageRenderer pages)
    : ConsolePage
{
    /// <summary>Live cohorts that are read whole; whoever has more sees the others by name.</summary>
    private const int MostShown = 30;

    public override string Route => "";

    public override Audience Audience => Audience.Staff;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var mine = new List<Cohort>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: { } cohort }
                && visit.Member.RoleIn(cohort.Definition) is not null)
            {
                mine.Add(cohort);
            }
        }

        var words = pages.WordsOf("console/home");
        var live = mine.Where(c => c.Status is not CohortStatus.Closed).OrderByDescending(c => c.CreatedAt).ToList();
        var tasks = new List<(DateTimeOffset? By, Dictionary<string, object?> Values)>();
        var cards = new List<Dictionary<string, object?>>();
        foreach (var cohort in live.Take(MostShown))
        {
            var whole = await reader.ReadAsync(cohort.CohortId, cancellation);
            var stopped = await CohortOrchestration.StoppedAsync(visit.Client, cohort, cancellation);
            // What waits is for those who decide.
            if (visit.Member.Coordinates(cohort.Definition))
            {
                var waiting = (await two.WaitingAsync(whole, cancellation)).Where(f => !f.IsBy(visit.Session.Email));
                var applied = cohort.Definition.Applications is null
                    ? 0
                    : await applications.CountWaitingAsync(cohort.CohortId, cancellation);
                tasks.AddRange(CohortTasks.Of(whole, stopped, [.. waiting], applied, visit.Now).Select(t => (t.By, TaskValues(words, whole,
                    t))));
            }

            cards.Add(Card(words, whole, visit.Now));
        }

        return new ConsoleAnswer("home", Of(
            ("tasks", tasks.OrderBy(t => t.By is not null).ThenBy(t => t.By).Select(t => t.Values).ToList()),
            ("cohorts", cards),
            ("more", live.Skip(MostShown).Concat(mine.Where(c => c.Status == CohortStatus.Closed))
                .Select(c => Of(("id", c.CohortId), ("name", c.Definition.Name), ("closed", c.Status == CohortStatus.Closed))).ToList())))
        {
            Place = "home",
        };
    }

    private static Dictionary<string, object?> TaskValues(PageWords words, CohortSnapshot cohort, CohortTask task)
    {
        (string, object?)[] values = [("count", task.Count), ("cohort", cohort.Definition.Name)];
        return Of(
            ("path", task.Path),
            ("by", task.By is { } by ? cohort.Scheme.Words.DateOf(by, cohort.Definition.Zone) : null),
            ("title", words[$"task.{task.Kind}.title", values]),
            ("text", words[$"task.{task.Kind}.text", values]),
            ("badge", words[$"task.{task.Kind}.badge"]),
            ("tone", task.Kind is "addresses" or "stopped" ? "bad" : task.Kind == "release" ? "wait" : ""));
    }

    private Dictionary<string, object?> Card(PageWords words, CohortSnapshot cohort, DateTimeOffset now)
    {
        var phase = CohortPhase.Of(cohort, now);
        var timeline = MentoringProgramme.TimelineOf(cohort, now);
        var next = cohort.Cohort.Status == CohortStatus.Draft ? null
            : timeline.Shown.FirstOrDefault(s => s.State is StepState.Due or StepState.Upcoming);
        return Of(
            ("id", cohort.Cohort.CohortId),
            ("name", cohort.Definition.Name),
            ("people", cohort.People.Count(p => p.TakesPart)),
            ("portraits", cohort.People.Count(p => p is { TakesPart: true, Portrait: not null })),
            ("pairs", cohort.Pairs.Count(p => p.IsRunning)),
            ("phase", phase),
            ("phase_name", words[$"phase.{phase}"]),
            ("bars", Enumerable.Range(1, CohortPhase.Count).Select(n => Of(
                ("x", $"{((n - 1) * 16.9) + 0.6:0.#}%".Replace(',', '.')),
                ("kind", n < phase ? "real" : n == phase ? "ring" : "plan"))).ToList()),
            ("next", next is null ? null : StepWords.Of(pages, next, cohort.Definition)),
            ("next_at", next?.Due is { } due ? cohort.Scheme.Words.DateAndTimeOf(due, cohort.Definition.Zone) : null));
    }
}
