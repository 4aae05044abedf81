using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Plan;

// Over 200 lines because a plan is shown, edited and changed on one page.
/// <summary>
/// The dates of a cohort: of a draft to be changed freely, of a running one date by date, each change shown before it is made.
/// </summary>
public sealed class PlanPage(
    CohortReader reader, CohortCreator creator, CohortChanger changer, DraftKeeper drafts, IPublicHolidays holidays, PageRenderer pages,
    ICohortStore store) : ConsolePage
{
    private const string Preview = "preview";
    private const string Change = "change";

    public override string Route => "cohorts/{cohort}/plan";

    public override Audience Audience => Audience.Coordinator;

    public override Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) => Task.FromResult(
        visit.Cohort.Cohort.Status == CohortStatus.Draft
            ? Draft(visit, DefinitionForm.Fields(visit.Cohort.Definition))
            : Running(visit, null));

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return visit.Does switch
        {
            "save" => await SaveAsync(visit, cohort, cancellation),
            "ask-delete" => new ConsoleAnswer("plan-delete", Of(("name", cohort.Definition.Name), ("people", cohort.People.Count)))
            {
                Place = "plan",
            },
            "delete" => await DeleteAsync(visit, cohort, cancellation),
            Preview => Asked(visit).Then(asked => CohortChanges.Decide(cohort, asked, visit.Now)) is var decided && decided.Succeeded
                ? Running(visit, Shown(visit, cohort, decided.Value))
                : Running(visit, null).Refused(decided.Refusal!),
            Change => await ChangeAsync(visit, cohort, cancellation),
            _ => ConsoleAnswer.NoSuchButton,
        };
    }

    private async Task<ConsoleAnswer> SaveAsync(Visit visit, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var edited = await creator.EditAsync(cohort, DefinitionForm.Read(cohort.Definition, visit.Posted), cancellation);
        return edited.Succeeded
            ? ConsoleAnswer.Done($"cohorts/{visit.CohortId}/plan", new Deed("edited"))
            : Draft(visit, visit.Posted).Refused(edited.Refusal);
    }

    private async Task<ConsoleAnswer> DeleteAsync(Visit visit, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var deleted = await drafts.DeleteAsync(cohort, cancellation);
        if (!deleted.Succeeded)
        {
            return (await ShowAsync(visit, cancellation)).Refused(deleted.Refusal);
        }

        // The audit of a cohort goes with it.
        foreach (var entry in await store.ListAsync<AuditEntry>(visit.CohortId, AuditEntry.DocumentKind, cancellation))
        {
            await store.DeleteAsync(visit.CohortId, entry.Value.Id, cancellation);
        }

        return ConsoleAnswer.GoTo("?done=deleted");
    }

    private async Task<ConsoleAnswer> ChangeAsync(Visit visit, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var changed = await Asked(visit).ThenAsync(asked => changer.ChangeAsync(cohort, asked, cancellation));
        if (!changed.Succeeded)
        {
            return Running(visit, null).Refused(changed.Refusal);
        }

        var deed = new Deed($"changed-{visit.Typed("change")}", null, visit.Typed("reason"));
        return ConsoleAnswer.Done($"cohorts/{visit.CohortId}/plan", deed) with { Nudges = visit.CohortId };
    }

    private static Outcome<ChangeRequest> Asked(Visit visit)
    {
        var json = new JsonObject { ["change"] = visit.Typed("change"), ["reason"] = visit.Typed("reason") };
        foreach (var field in new[] { "to", "event", "releaseBy" }.Where(f => visit.Typed(f).Trim().Length > 0))
        {
            json[field] = visit.Typed(field).Trim();
        }

        return ChangeRequest.Read(FieldReader.Of(JsonSerializer.SerializeToElement(json)));
    }

    private ConsoleAnswer Draft(Visit visit, IReadOnlyDictionary<string, string> fields) => new("plan", Of(
        ("draft", true),
        ("field", DefinitionForm.Typed(fields)
            .ToDictionary(f => f.Key.Replace('-', '_').ToLowerInvariant(), f => (object?)f.Value, StringComparer.Ordinal)),
        ("rows", DefinitionForm.Rows(fields)),
        ("kinds", DefinitionForm.Kinds),
        ("countries", holidays.Countries),
        ("none", CohortDefinition.NoCountry),
        ("warnings", Warnings(visit.Cohort.Definition, visit)),
        ("stages", StagePlan.Of(visit.Cohort.Scheme, visit.Cohort.Definition).Select(s => Of(
            ("name", s.Stage.Name), ("about", s.Stage.About), ("least", s.Stage.LeastWeeks), ("most", s.Stage.MostWeeks),
            ("is_purpose", s.Stage.Kind == StageKind.Purpose), ("weeks", s.Weeks), ("short", s.IsTooShort),
            ("from", visit.Day(visit.Cohort.Instant(s.From))), ("to", visit.Day(visit.Cohort.Instant(s.To))))).ToList()),
        ("kept_until", visit.Day(DraftClock.RunsOut(visit.Cohort.Cohort))),
        ("ends", visit.Day(RetentionClock.LastOf(visit.Cohort.Definition)))))
    {
        Place = "plan",
    };

    private ConsoleAnswer Running(Visit visit, Dictionary<string, object?>? preview)
    {
        var definition = visit.Cohort.Definition;
        var cohort = visit.Cohort.Cohort;
        return new ConsoleAnswer("plan", Of(
            ("draft", false),
            ("running", cohort.Status == CohortStatus.Running),
            ("paused", cohort.Paused),
            ("deadline", Local(definition.PortraitDeadline)),
            ("deadline_words", visit.When(visit.Cohort.Instant(definition.PortraitDeadline))),
            ("may_extend", visit.Now < visit.Cohort.Instant(definition.PortraitDeadline)),
            ("release_by", Local(definition.ReleaseBy)),
            ("events", definition.Events.Where(e => visit.Now < visit.Cohort.Instant(e.At)).Select(e => Of(
                ("id", e.StepName()), ("name", e.Name), ("at", Local(e.At)), ("when", visit.When(visit.Cohort.Instant(e.At))))).ToList()),
            ("warnings", Warnings(definition, visit)),
            ("undo", UndoingRules.UndoableUntil(cohort, visit.Now) is { } until
                ? Of(
                    ("what", cohort.Changes[^1].What), ("old", cohort.Changes[^1].Old), ("new", cohort.Changes[^1].New),
                    ("until", visit.When(until)))
                : null),
            ("preview", preview),
            ("typed_to", visit.Typed("to")),
            ("typed_release_by", visit.Typed("releaseBy")),
            ("chosen", visit.Typed("change")),
            ("reason", visit.Typed("reason")),
            ("changes", cohort.Changes.Reverse().Select(c => Of(
                ("at", visit.When(c.At)), ("what", c.What), ("old", c.Old), ("new", c.New), ("reason", c.Reason))).ToList())))
        {
            Place = "plan",
        };
    }

    /// <summary>What a change would come to, before it is made: whose dates it moves, and who would hear of it.</summary>
    private Dictionary<string, object?> Shown(Visit visit, CohortSnapshot cohort, Domain.Cohorts.Cohort changed)
    {
        var after = cohort with { Cohort = changed, Days = holidays.Of(changed.Definition) };
        var was = MentoringProgramme.TimelineOf(cohort, visit.Now).Shown.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var moved = MentoringProgramme.TimelineOf(after, visit.Now).Shown
            .Where(s => s.State is not (StepState.Done or StepState.Skipped) && was.GetValueOrDefault(s.Id)?.Due != s.Due);
        var told = changed.Untold.Except(cohort.Cohort.Untold).Sum(u => u.People.Count);
        return Of(
            ("change", visit.Typed("change")),
            ("fields", new[] { "change", "to", "event", "releaseBy", "reason" }.Where(f => visit.Typed(f).Length > 0)
                .Select(f => Of(("name", f), ("value", visit.Typed(f)))).ToList()),
            ("told", changed.Status == CohortStatus.Cancelled ? cohort.People.Count(p => p.TakesPart) : told),
            ("warnings", Warnings(changed.Definition, visit)),
            ("moved", moved.Select(s => Of(
                ("name", StepWords.Of(pages, s, cohort.Definition)),
                ("from", was.GetValueOrDefault(s.Id)?.Due is { } due ? visit.When(due) : null),
                ("to", s.Due is { } then ? visit.When(then) : null))).ToList()));
    }

    private List<Dictionary<string, object?>> Warnings(CohortDefinition definition, Visit visit) =>
        [.. DateWarnings.Of(definition, holidays.Of(definition)).Select(w => Of(
            ("date", visit.Cohort.Scheme.Words.DateOf(definition.Zone.ToInstant(w.Date), definition.Zone)),
            ("reason", w.Reason),
            ("meaning", w.Meaning)))];

    private static string Local(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
