using System.Text.Json;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Gatherings;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Events;

/// <summary>One gathering: replies in counts, how to join, who was there, and calling it off.</summary>
public sealed class EventPage(CohortReader reader, CohortChanger changer, AttendanceDesk desk) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/events/{event}";

    public override Audience Audience => Audience.Lead;

    /// <summary>Whoever leads a gathering records who came; all else is the coordinators'.</summary>
    public override Audience DoneBy => Audience.Lead;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return GatheringSteps.Named(visit.Route["event"], cohort.Definition) is { } gathering
            ? Show(visit, cohort, gathering)
            : ConsoleAnswer.NothingHere;
    }

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        if (GatheringSteps.Named(visit.Route["event"], cohort.Definition) is not { } gathering)
        {
            return ConsoleAnswer.NothingHere;
        }

        var name = gathering.StepName();
        switch (visit.Does)
        {
            case "attendance":
                var asked = new Attendance([.. visit.Posted.Keys.Where(k => k.StartsWith("present-", StringComparison.Ordinal))
                    .Select(k => k["present-".Length..])]);
                return After(visit, cohort, gathering, await desk.RecordAsync(cohort, name, asked, cancellation), "attendance");
            case "joining" when visit.Decides:
                return After(visit, cohort, gathering, await ChangeAsync(cohort, new
                {
                    change = "set-joining",
                    @event = name,
                    joinLink = visit.Typed("joinLink").Trim(),
                    joining = visit.Typed("joining").Trim(),
                }, cancellation), "joining");
            case "call-off" when visit.Decides:
                return After(visit, cohort, gathering, await ChangeAsync(cohort, new
                {
                    change = "cancel-event",
                    @event = name,
                    reason = visit.Typed("reason").Trim(),
                }, cancellation), "called-off");
            default:
                return ConsoleAnswer.NoSuchButton;
        }
    }

    /// <summary>What a page that shows the gathering says of it.</summary>
    internal static Dictionary<string, object?> Values(Visit visit, CohortSnapshot cohort, CohortEvent gathering)
    {
        var counts = GatheringCounts.Of(cohort, gathering);
        return Of(
            ("id", gathering.StepName()),
            ("name", gathering.Name),
            ("when", visit.When(cohort.Instant(gathering.At))),
            ("minutes", gathering.Minutes),
            ("where", gathering.Where),
            ("about", gathering.About),
            ("audience", gathering.Audience.ToString()),
            ("is_remote", gathering.IsRemote),
            ("join_link", gathering.JoinLink),
            ("joining", gathering.Joining),
            ("has_joining", gathering.HasJoining),
            ("called_off", gathering.IsCancelled),
            ("begun", visit.Now >= cohort.Instant(gathering.At)),
            ("invites_on", visit.Day(cohort.Instant(gathering.At.AddDays(-gathering.InviteDaysBefore)))),
            ("asked", cohort.Cohort.HasDone(GatheringSteps.InvitationId(gathering))),
            ("told_how", GatheringSteps.HasToldHow(gathering, cohort.Cohort)),
            ("with_invitation", GatheringSteps.SaysHowInInvitation(gathering)),
            ("may_be_called_off", GatheringKinds.Of(gathering.Kind).Least == 0),
            ("invited", counts.Invited),
            ("coming", counts.Coming),
            ("not_coming", counts.NotComing),
            ("silent", counts.Silent),
            ("present", counts.Present));
    }

    private static ConsoleAnswer Show(Visit visit, CohortSnapshot cohort, CohortEvent gathering)
    {
        var values = Values(visit, cohort, gathering);
        return new ConsoleAnswer("event", Of(
            ("event", values),
            ("people", (bool)values["begun"]! && !gathering.IsCancelled
                ? GatheringSteps.Invited(cohort, gathering).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(p => Of(("id", p.Id), ("name", p.Name))).ToList()
                : []),
            ("join_link", visit.Does == "joining" ? visit.Typed("joinLink") : gathering.JoinLink),
            ("joining", visit.Does == "joining" ? visit.Typed("joining") : gathering.Joining),
            ("reason", visit.Typed("reason")),
            ("undo_minutes", (int)ChangeSteps.TimeToUndo.TotalMinutes)))
        {
            Place = "events",
        };
    }

    private Task<Outcome<Cohort>> ChangeAsync(CohortSnapshot cohort, object change, CancellationToken cancellation) =>
        ChangeRequest.Read(FieldReader.Of(JsonSerializer.SerializeToElement(change)))
            .ThenAsync(asked => changer.ChangeAsync(cohort, asked, cancellation));

    private static ConsoleAnswer After<T>(
        Visit visit, CohortSnapshot cohort, CohortEvent gathering, Outcome<T> outcome, string deed)
        where T : notnull => outcome.Succeeded
        ? ConsoleAnswer.Done(
            $"cohorts/{visit.CohortId}/events/{gathering.StepName()}",
            new Deed($"event-{deed}", gathering.StepName(), visit.Typed("reason").Trim() is { Length: > 0 } reason ? reason : null)) with
        {
            Nudges = visit.CohortId,
        }
        : Show(visit, cohort, gathering).Refused(outcome.Refusal);
}
