using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Functions.Matching;
using static ReverseMentoring.Domain.Programme.TemplateValues;

// Over 200 lines because one page shows the whole matching.
namespace ReverseMentoring.Functions.StaffConsole.Matching;

/// <summary>The matching as its page shows it: the same that the API tells, in words and in parts of a page.</summary>
internal sealed class MatchingValues(Visit visit, CohortSnapshot cohort)
{
    private const int OnPage = 25;

    /// <summary>More people than this, and the other good matches are worked out only when they are asked for.</summary>
    private const int MostForOthers = 250;

    private readonly MatchingPresenter _presenter = new(cohort);

    public Dictionary<string, object?> Values()
    {
        var asksOthers = visit.Asked("others") == "yes";
        var shown = cohort.Proposal is { } proposal ? _presenter.Whole(proposal, asksOthers) : null;
        var readiness = shown?.Readiness ?? _presenter.ReadinessReport();
        var rules = shown?.Rules ?? _presenter.Rules();
        var pairs = shown is null ? [] : Filtered(shown.Pairs).ToList();
        var page = Math.Clamp(Number(visit.Asked("page")), 1, Math.Max(1, (pairs.Count + OnPage - 1) / OnPage));
        var changed = visit.Asked("changed").Split('.', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return Of(
            ("made", shown is not null),
            ("deadline", visit.When(cohort.Instant(cohort.Definition.PortraitDeadline))),
            ("release_by", visit.When(cohort.Instant(cohort.Definition.ReleaseBy))),
            ("version", shown?.Version),
            ("proposed_at", shown is null ? null : visit.When(shown.ProposedAt)),
            ("released_at", shown?.ReleasedAt is { } at ? visit.When(at) : null),
            ("again", shown?.Again ?? false),
            ("outdated", shown?.Outdated ?? false),
            ("may_decide", ProposalRules.WhyNotRules(cohort, visit.Now) is null),
            ("may_propose", ProposalRules.WhyNotPropose(cohort, visit.Now) is null),
            ("asks_for_consent", cohort.Scheme.Matching.AsksForConsent || Rematching.IsAtWork(cohort, visit.Now)),
            ("at_work", Rematching.IsAtWork(cohort, visit.Now)),
            ("match_until", visit.Day(Rematching.Until(cohort))),
            ("total", shown?.Pairs.Count ?? 0),
            ("fresh", shown?.Pairs.Count(p => !p.Kept) ?? 0),
            ("conflicts", shown?.Pairs.Count(p => p.Conflicts > 0) ?? 0),
            ("changes", visit.Asked("changes") is { Length: > 0 } changes ? Number(changes) : null),
            ("pairs", pairs.Skip((page - 1) * OnPage).Take(OnPage).Select(p => Pair(p, changed.Contains(p.Mentor.Id))).ToList()),
            ("found", pairs.Count),
            ("page", page),
            ("pages", Math.Max(1, (pairs.Count + OnPage - 1) / OnPage)),
            ("query", Uri.EscapeDataString(visit.Asked("q"))),
            ("q", visit.Asked("q")),
            ("show", visit.Asked("show")),
            ("left_out", Rows(shown?.LeftOut, l => Of(("person", Person(l.Person)), ("mentor", IsMentor(l.Side)), ("reason", l.Reason)))),
            ("ends", Rows(shown?.Ends, e => Of(("mentor", Person(e.Mentor)), ("mentee", Person(e.Mentee)), ("reason", e.Reason)))),
            ("joined", Rows(shown?.JoinedSince, Person)),
            ("obstacles", (shown?.Problems ?? []).Concat(readiness.Problems).Distinct(StringComparer.Ordinal).ToList()),
            ("notes", Rows(readiness.AccessNotes, n => Of(("person", Person(n.Person)), ("note", n.Note)))),
            ("readiness", Readiness(readiness)),
            ("rules", Rules(rules)),
            ("others", Others(shown?.Frontier, shown?.Objectives)),
            ("ask_for_others", shown is { Frontier: null, ReleasedAt: null } && !asksOthers),
            ("many", cohort.People.Count > MostForOthers),
            ("why_not", WhyNot()),
            ("mentors", People(p => p.IsMentor, visit.Asked("mentor"))),
            ("mentees", People(p => p.IsMentee, visit.Asked("mentee"))));
    }

    private IEnumerable<ShownPair> Filtered(IReadOnlyList<ShownPair> pairs)
    {
        var q = visit.Asked("q").Trim();
        return pairs.Where(p => visit.Asked("show") switch
        {
            "conflicts" => p.Conflicts > 0,
            "pinned" => p.Pinned,
            "kept" => p.Kept,
            _ => true,
        }).Where(p => q.Length == 0 || Contains(p.Mentor, q) || Contains(p.Mentee, q));
    }

    private static bool Contains(ShownPerson person, string q) => new[] { person.Name, person.Organisation, person.Rank }
        .Any(t => t?.Contains(q, StringComparison.OrdinalIgnoreCase) == true);

    private Dictionary<string, object?> Pair(ShownPair pair, bool changed) => Of(
        ("bear", new[] { pair.Mentor, pair.Mentee }
            .Where(p => cohort.Proposal is { ReleasedAt: null }
                && cohort.FindPerson(p.Id)?.Portrait?.MatchingConsiderations is { Length: > 0 })
            .Select(p => Of(("name", p.Name), ("text", cohort.FindPerson(p.Id)!.Portrait!.MatchingConsiderations))).ToList()),
        ("name", pair.Pair),
        ("mentor", Person(pair.Mentor)),
        ("mentee", Person(pair.Mentee)),
        ("reasons", pair.Factors.Where(f => f.Points > 0).Select(f => Of(
            ("name", f.Factor.ToString().ToLowerInvariant()),
            ("percent", f.OutOf == 0 ? 0 : (int)(f.Points * 100 / f.OutOf)))).ToList()),
        ("considerations", pair.ConflictReasons),
        ("pinned", pair.Pinned),
        ("kept", pair.Kept),
        ("changed", changed));

    private static Dictionary<string, object?> Readiness(ShownReadiness r) => Of(
        ("mentors", r.Mentors),
        ("mentees", r.Mentees),
        ("mentor_places", r.MentorPlaces),
        ("mentee_places", r.MenteePlaces),
        ("most_pairs", r.MostPairs),
        ("not_answered", r.NotAnswered),
        ("without_partner", Rows(r.WithoutPartner, w => Of(
            ("person", Person(w.Person)), ("mentor", IsMentor(w.Side)), ("reasons", w.Reasons.Select(x => x.Sentence).ToList())))),
        ("competing", Rows(r.Competing, c => Of(
            ("sentence", c.Sentence), ("people", c.People.Select(Person).ToList()), ("partners", c.Partners.Select(Person).ToList())))),
        ("managers", Rows(r.Warnings.ManagersNotHere, m => Of(
            ("name", m.Manager), ("people", m.People), ("meant", m.DidYouMean.ToList())))),
        ("alike", Rows(r.Warnings.AlikeLabels, a => Of(("column", a.Column), ("one", a.One), ("other", a.Other)))));

    private static Dictionary<string, object?> Rules(ShownRules rules) => Of(
        ("pins", Rows(rules.Pins, Two)),
        ("forbids", Rows(rules.Forbids, Two)),
        ("weights", Rows(rules.Weights.OrderBy(w => w.Key, StringComparer.Ordinal), w => Of(
            ("name", w.Key), ("value", w.Value.ToString("0.##", CultureInfo.InvariantCulture))))),
        ("chosen", rules.Choice is { } c ? RulesForm.Text(c.Pairs, c.FloorAtLeast, c.Prefer) : null));

    /// <summary>
    /// Other matches, each better than the rest at something: across, how strong the weakest pair is; upwards, all together.
    /// </summary>
    private static Dictionary<string, object?>? Others(ShownFrontier? frontier, ShownObjectives? proposed)
    {
        if (frontier is not { Points.Count: > 1 })
        {
            return null;
        }

        var (floors, totals) = (Span(frontier.Points, p => p.Objectives.Floor), Span(frontier.Points, p => p.Objectives.Total));
        return Of(
            ("complete", frontier.Complete),
            ("points", frontier.Points.Select((p, n) => Of(
                ("letter", ((char)('A' + (n % 26))).ToString()),
                ("x", Percent(12 + (80 * Part(p.Objectives.Floor, floors)))),
                ("y", (int)(210 - (150 * Part(p.Objectives.Total, totals)))),
                ("text_y", (int)(215 - (150 * Part(p.Objectives.Total, totals)))),
                ("pairs", p.Objectives.Pairs),
                ("conflicts", p.Objectives.Conflicts),
                ("floor", Points(p.Objectives.Floor)),
                ("total", Points(p.Objectives.Total)),
                ("proposed", p.Objectives == proposed),
                ("choice", RulesForm.Text(p.Choice.Pairs, p.Choice.FloorAtLeast, p.Choice.Prefer)))).ToList()));
    }

    private Dictionary<string, object?>? WhyNot()
    {
        var (mentor, mentee) = (visit.Asked("mentor"), visit.Asked("mentee"));
        if (cohort.FindPerson(mentor) is not { TakesPart: true } || cohort.FindPerson(mentee) is not { TakesPart: true })
        {
            return null;
        }

        var answer = _presenter.WhyNot(mentor, mentee);
        return Of(
            ("kind", answer.Answer switch
            {
                WhyNotAnswer.Forbidden => "forbidden",
                WhyNotAnswer.TheyAreAPair => "pair",
                WhyNotAnswer.WouldCost => "cost",
                WhyNotAnswer.CannotSay => "unknown",
                var other => throw new InvalidOperationException($"The page has no words for {other}."),
            }),
            ("mentor", cohort.FindPerson(mentor)!.Name),
            ("mentee", cohort.FindPerson(mentee)!.Name),
            ("mentor_id", mentor),
            ("mentee_id", mentee),
            ("sentences", (answer.Rules?.Select(r => r.Sentence) ?? answer.Why ?? answer.Problems
                ?? (answer.Sentence is { } sentence ? [sentence] : [])).ToList()),
            ("ends", Rows(answer.Ends, Two)));
    }

    private List<Dictionary<string, object?>> People(Func<Domain.People.Person, bool> side, string chosen) =>
        [.. cohort.People.Where(p => p is { TakesPart: true, Portrait: not null } && side(p)).OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Of(("id", p.Id), ("name", p.Name), ("chosen", p.Id == chosen)))];

    private static Dictionary<string, object?> Two(ShownTwo two) => Of(("mentor", Person(two.Mentor)), ("mentee", Person(two.Mentee)));

    private static Dictionary<string, object?> Person(ShownPerson person) => Of(
        ("id", person.Id), ("name", person.Name),
        ("about", string.Join(", ", new[] { person.Rank, person.Organisation }.Where(t => !string.IsNullOrEmpty(t)))));

    private static bool IsMentor(string side) => side == "reverse mentor";

    private static List<Dictionary<string, object?>> Rows<T>(IEnumerable<T>? items, Func<T, Dictionary<string, object?>> row) =>
        [.. (items ?? []).Select(row)];

    private static (long Least, long Most) Span(IReadOnlyList<ShownPoint> points, Func<ShownPoint, long> of) =>
        (points.Min(of), points.Max(of));

    private static double Part(long value, (long Least, long Most) span) =>
        span.Most == span.Least ? 0.5 : (double)(value - span.Least) / (span.Most - span.Least);

    private static string Percent(double part) => part.ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Points(long thousandths) => (thousandths / 1000.0).ToString("0.#", CultureInfo.InvariantCulture);

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
