using System.Text.Json;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Recruiting;

/// <summary>The queue of applications, one after the other, with what to say to each; who applied, in counts.</summary>
public sealed class ApplicationsPage(CohortReader reader, ApplicationDesk desk, WebOptions web) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/applications";

    public override Audience Audience => Audience.Coordinator;

    public override Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) => ShowAsync(visit, "", cancellation);

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Does is not ("accept" or "decline"))
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var id = visit.Typed("application");
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var asked = JsonSerializer.SerializeToElement(
            new[] { "reason", "words", "organisation", "rank" }.ToDictionary(f => f, f => visit.Typed(f).Trim(), StringComparer.Ordinal)
                .Append(KeyValuePair.Create("answer", visit.Does)).ToDictionary(StringComparer.Ordinal));
        var answered = await ApplicationDecision.Read(FieldReader.Of(asked))
            .ThenAsync(decision => desk.AnswerAsync(cohort, id, decision, cancellation));
        if (!answered.Succeeded)
        {
            return (await ShowAsync(visit, id, cancellation)).Refused(AtCard(answered.Refusal, id));
        }

        var deed = new Deed(
            visit.Does == "accept" ? "application-accepted" : "application-declined", answered.Value.Person ?? id, visit.Typed("reason"));
        return ConsoleAnswer.Done($"cohorts/{visit.CohortId}/applications", deed) with { Nudges = visit.CohortId };
    }

    /// <param name="typedAt">The application whose form was sent; its fields keep what was typed.</param>
    private async Task<ConsoleAnswer> ShowAsync(Visit visit, string typedAt, CancellationToken cancellation)
    {
        var listed = await desk.ListAsync(visit.Cohort, cancellation);
        var plan = visit.Cohort.Definition.Applications;
        var ranks = visit.Cohort.Scheme.Ranks;
        return new ConsoleAnswer("applications", Of(
            ("open", plan is not null),
            ("address", plan is null ? "" : new Uri(web.BaseAddress, $"apply/{visit.CohortId}").AbsoluteUri),
            ("closes", plan is null ? "" : visit.When(visit.Cohort.Instant(plan.Closes))),
            ("answered_by", plan is null ? "" : visit.When(visit.Cohort.Instant(plan.AnsweredBy))),
            ("organisations", ranks.Where(r => r.Organisation != "*").Select(r => r.Organisation).ToList()),
            ("ranks", ranks.SelectMany(r => r.Ranks.Select(l => l.Name)).Distinct(StringComparer.Ordinal).ToList()),
            ("waiting", listed.Waiting.Select((a, n) => Values(visit, a, n, typedAt)).ToList()),
            ("helping", listed.Helping.Select(a => Of(
                ("name", a.Name), ("email", a.Email), ("organisation", a.Organisation), ("why", a.Why))).ToList()),
            ("total", listed.Counts.Total),
            ("wishes", listed.Counts.ByWish.OrderBy(w => w.Key, StringComparer.Ordinal)
                .Select(w => Of(("wish", w.Key), ("count", w.Value))).ToList()),
            ("answers", listed.Counts.ByAnswer.OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => Of(("answer", a.Key), ("count", a.Value))).ToList()),
            ("groups", listed.Counts.ByGroup.Select(g => Of(("group", g.Key), ("count", g.Value))).ToList())))
        {
            Place = "applications",
        };
    }

    private static Dictionary<string, object?> Values(Visit visit, ListedApplication a, int n, string typedAt)
    {
        var isTyped = a.Id == typedAt;
        return Of(
            ("id", a.Id), ("n", n), ("wish", ApplicationForm.WordOf(a.Wish)), ("name", a.Name), ("email", a.Email),
            ("organisation", a.Organisation), ("position", a.Position), ("why", a.Why), ("by", a.NominatedBy), ("at", visit.When(a.At)),
            ("typed_organisation", isTyped ? visit.Typed("organisation") : a.Organisation),
            ("typed_rank", isTyped ? visit.Typed("rank") : ""),
            ("typed_words", isTyped ? visit.Typed("words") : ""),
            ("typed_reason", isTyped ? visit.Typed("reason") : ""),
            ("suffix", isTyped ? "" : $"-{n}"));
    }

    /// <summary>A problem is said at the one form that was sent, whose fields have no number.</summary>
    private static Refusal AtCard(Refusal refusal, string id) => id.Length == 0 ? refusal with { Problems = [] } : refusal;
}
