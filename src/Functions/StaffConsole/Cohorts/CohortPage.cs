using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Closing;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.StaffConsole.Home;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Cohorts;

/// <summary>One cohort: what happens next and why, plan and progress, where it stands, and what changed lately.</summary>
public sealed class CohortPage(
    CohortReader reader, CohortProgressReader progress, CohortLaunch launch, ICohortStore store, PageRenderer pages) : ConsolePage
{
    private const int MostRecent = 8;

    public override string Route => "cohorts/{cohort}";

    public override Audience Audience => Audience.Team;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var stands = await progress.ReadAsync(visit.Client, cohort, cancellation);
        var timeline = MentoringProgramme.TimelineOf(cohort, visit.Now);
        var words = pages.WordsOf("console/cohort");
        var shown = timeline.Shown.ToList();
        var next = stands.Stopped is null
            ? shown.Find(s => s.State == StepState.Due) ?? shown.Find(s => s.State == StepState.Upcoming)
            : null;
        var phase = CohortPhase.Of(cohort, visit.Now);
        return new ConsoleAnswer("cohort", Of(
            ("name", cohort.Definition.Name),
            ("purpose", cohort.Definition.Purpose),
            ("scheme_name", cohort.Scheme.Name),
            ("status", cohort.Cohort.Status.ToString().ToLowerInvariant()),
            ("paused", cohort.Cohort.Paused),
            ("stopped", stands.Stopped is { } stopped ? words[$"stopped.{stopped.ToString().ToLowerInvariant()}"] : null),
            ("phase", phase),
            ("phase_name", pages.WordsOf("console/home")[$"phase.{phase}"]),
            ("next", next is null ? null : Step(visit, next)),
            ("waits", WaitsFor(cohort, shown)),
            ("chart", new CohortChart(cohort, timeline, visit.Now).Values()),
            ("steps", shown.Select(s => Step(visit, s)).ToList()),
            ("obstacles", cohort.Cohort.Status == CohortStatus.Draft
                ? StartRules.Check(cohort, visit.Now).Select(o => o.Sentence).ToList()
                : []),
            ("counts", Counts(cohort, stands)),
            ("looked_back", visit.Decides ? LookedBack(cohort) : []),
            ("recent", await RecentAsync(visit, cohort, cancellation))))
        {
            Place = "overview",
            HasFields = false,
        };
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Does != "start")
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var started = await launch.StartAsync(visit.Client, await reader.ReadAsync(visit.CohortId, cancellation), cancellation);
        return started.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}", new Deed("started"))
            : (await ShowAsync(visit, cancellation)).Refused(started.Refusal);
    }

    private Dictionary<string, object?> Step(Visit visit, TimelineStep step) => Of(
        ("name", StepWords.Of(pages, step, visit.Cohort.Definition)),
        ("state", step.State.ToString().ToLowerInvariant()),
        ("due", step.Due is { } due ? visit.When(due) : null),
        ("done", step.DoneAt is { } done ? visit.When(done) : null),
        ("waits_for", step.WaitsFor),
        ("moved", step.Moved is { } moved ? Of(("from", visit.When(moved.From)), ("because", moved.Because)) : null),
        ("day_off", step.DayOff),
        ("mail_from", step.MailFrom is { } mail ? visit.When(mail) : null));

    /// <summary>Before there is a proposal everything waits for its release, and nobody can do anything about it.</summary>
    private static List<string> WaitsFor(CohortSnapshot cohort, List<TimelineStep> shown) =>
        cohort.Proposal is null && !cohort.Cohort.Paused
            ? []
            : [.. shown.Where(s => s.State == StepState.Waiting && s.Kind != ClosingSteps.Closed.Kind).Select(s => s.WaitsFor)
                .OfType<string>().Distinct(StringComparer.Ordinal)];

    private static Dictionary<string, object?> Counts(CohortSnapshot cohort, CohortProgress stands)
    {
        var session = Enumerable.Range(1, cohort.Definition.Sessions.Count)
            .LastOrDefault(n => stands.Now >= cohort.Instant(cohort.Definition.Sessions.Opens(n)));
        var closed = Enumerable.Range(1, session).Count(n => stands.Now >= cohort.Instant(cohort.Definition.Sessions.Closes(n)));
        var running = cohort.Pairs.Where(p => p.IsRunning || p.Completed).ToList();
        return Of(
            ("people", cohort.People.Count(p => p.TakesPart)),
            ("portraits", cohort.People.Count(p => p is { TakesPart: true, Portrait: not null })),
            ("mentors", stands.Counts.ReverseMentors),
            ("mentees", stands.Counts.ReverseMentees),
            ("pairs", running.Count),
            ("session", running.Count > 0 ? session : 0),
            ("open", closed < session),
            ("met", running.Count(p => p.HasMet(session))),
            ("never", closed == 0 ? 0 : running.Count(p => !Enumerable.Range(1, session).Any(p.HasMet))),
            ("emails_waiting", stands.Counts.EmailsWaiting),
            ("emails_sent", stands.Counts.EmailsSent),
            ("emails_refused", stands.Counts.EmailsRefused),
            ("undelivered", stands.Undelivered.Count));
    }

    /// <summary>What people said midway and at the end, where enough of them did; for those who coordinate, as the form says.</summary>
    private static List<Dictionary<string, object?>> LookedBack(CohortSnapshot cohort) =>
    [
        .. new[] { LookingBack.Midway(cohort.Definition), cohort.Definition.Sessions.Count }.Distinct()
            .Where(n => LookingBack.Count(cohort, n, _ => true) is not null)
            .Select(n => Of(
                ("number", n),
                ("reached", LookingBack.Count(cohort, n, b => b.Objectives == ObjectivesNow.Reached)),
                ("on_the_way", LookingBack.Count(cohort, n, b => b.Objectives == ObjectivesNow.OnTheWay)),
                ("not_yet", LookingBack.Count(cohort, n, b => b.Objectives is ObjectivesNow.NotYet or ObjectivesNow.Changed)),
                ("midway", n == LookingBack.Midway(cohort.Definition)),
                ("well", LookingBack.Count(cohort, n, b => b.Going == Going.Well)),
                ("better", LookingBack.Count(cohort, n, b => b.Going is Going.CouldBeBetter or Going.Speak)))),
    ];

    private async Task<List<Dictionary<string, object?>>> RecentAsync(Visit visit, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var audit = pages.WordsOf("console/audit");
        var deeds = (await store.ListAsync<AuditEntry>(visit.CohortId, AuditEntry.DocumentKind, cancellation))
            .Select(e => (e.Value.At, What: audit.Find($"deed.{e.Value.Deed}") ?? e.Value.Deed, By: (string?)Named(e.Value.By, visit)));
        var steps = MentoringProgramme.TimelineOf(cohort, visit.Now).Shown.Where(s => s.State == StepState.Done)
            .Select(s => (At: s.DoneAt ?? default, What: StepWords.Of(pages, s, cohort.Definition), By: (string?)null));
        return [.. deeds.Concat(steps).OrderByDescending(r => r.At).Take(MostRecent)
            .Select(r => Of(("at", visit.When(r.At)), ("what", r.What), ("by", r.By)))];
    }

    private static string Named(string by, Visit visit) => by.Length == 0 ? "" : by == visit.Session.Email ? "you" : by;
}
