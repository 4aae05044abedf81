using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Safeguarding;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Care;

/// <summary>
/// What people ask for help with, for the safeguarding lead and the deputies alone. What somebody wrote is shown when it is opened, and
/// each opening is kept with it; the cohort's audit says nothing, since that would tell coordinators that somebody asked.
/// </summary>
public sealed class CarePage(ICohortStore store, CohortReader reader) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/care";

    public override Audience Audience => Audience.Safeguarding;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) =>
        await ShowAsync(visit, null, cancellation);

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        var id = visit.Typed("request");
        if (await store.FindAsync<HelpRequest>(visit.CohortId, id, cancellation) is not { Value: var standing })
        {
            return ConsoleAnswer.NothingHere;
        }

        switch (visit.Does)
        {
            case "open":
                return await ShowAsync(visit, await ChangeAsync(r => r.Opened(visit.Session.Email, visit.Now)), cancellation);
            case "close":
                await ChangeAsync(r => r.Closed(visit.Now));
                return ConsoleAnswer.GoTo($"cohorts/{visit.CohortId}/care?done=closed");
            case "register":
                var asked = ExceptionRequest.Read(FieldReader.Of(JsonSerializer.SerializeToElement(
                    new[] { "what", "to", "why", "told", "whyNotTold" }.ToDictionary(f => f, f => visit.Typed(f).Trim()))));
                if (!asked.Succeeded)
                {
                    return (await ShowAsync(visit, standing, cancellation)).Refused(asked.Refusal);
                }

                var registered = await ChangeAsync(r => r.Except(asked.Value.By(visit.Session.Email, visit.Now)));
                if (asked.Value.IsTold && registered is not null)
                {
                    await store.TryCreateAsync(SafeguardingEmails.Tells(registered, registered.Exceptions.Count, visit.Now), cancellation);
                }

                return ConsoleAnswer.GoTo($"cohorts/{visit.CohortId}/care?done=registered") with { Nudges = visit.CohortId };
            default:
                return ConsoleAnswer.NoSuchButton;
        }

        Task<HelpRequest?> ChangeAsync(Func<HelpRequest, HelpRequest> change) =>
            store.UpdateAsync<HelpRequest>(visit.CohortId, id, change, cancellation);
    }

    /// <summary>Null for fewer than five, of whom nobody is to be known.</summary>
    private static int? Told(CohortSnapshot cohort, int number, Pulse pulse) =>
        cohort.People.Count(p => p.Pulses.TryGetValue(number, out var felt) && felt == pulse) is >= 5 and var count ? count : null;

    /// <param name="open">The request that is open before the reader; null: none.</param>
    private async Task<ConsoleAnswer> ShowAsync(Visit visit, HelpRequest? open, CancellationToken cancellation)
    {
        var requests = (await store.ListAsync<HelpRequest>(visit.CohortId, HelpRequest.DocumentKind, cancellation))
            .Select(r => r.Value).OrderBy(r => r.ClosedAt is not null).ThenByDescending(r => r.At).ToList();
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        return new ConsoleAnswer("care", Of(
            ("requests", requests.Select(r => Of(
                ("id", r.Id),
                ("name", cohort.FindPerson(r.PersonId)?.Name),
                ("at", visit.When(r.At)),
                ("closed", r.ClosedAt is { } closed ? visit.Day(closed) : null),
                ("opened", r.Openings.Count),
                ("exceptions", r.Exceptions.Count))).ToList()),
            ("pulses", ReflectionForm.PulseAfter.Where(n => cohort.People.Any(p => p.Pulses.ContainsKey(n))).Select(n => Of(
                ("number", n),
                ("yes", Told(cohort, n, Pulse.Yes)),
                ("partly", Told(cohort, n, Pulse.Partly)),
                ("no", Told(cohort, n, Pulse.No)))).ToList()),
            ("open", open is null ? null : Of(
                ("id", open.Id),
                ("name", cohort.FindPerson(open.PersonId)?.Name),
                ("at", visit.When(open.At)),
                ("text", open.Text),
                ("reach", open.Reach),
                ("closed", open.ClosedAt is not null),
                ("openings", open.Openings.Select(o => Of(("by", o.By), ("at", visit.When(o.At)))).ToList()),
                ("exceptions", open.Exceptions.Select(e => Of(
                    ("what", e.What), ("to", e.To), ("why", e.Why), ("not_told", e.WhyNotTold), ("by", e.By),
                    ("at", visit.When(e.At)))).ToList()))),
            ("entry", Of(("what", visit.Typed("what")), ("to", visit.Typed("to")), ("why", visit.Typed("why")),
                ("told", visit.Typed("told")), ("why_not_told", visit.Typed("whyNotTold"))))))
        {
            Place = "care",
        };
    }
}
