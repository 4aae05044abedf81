using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Functions.Matching;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

/// <summary>The proposal for the page behind a coordinator's link: the same that the API shows.</summary>
internal static class StaffValues
{
    /// <param name="address">The coordinator's, as they typed it: each button sends it along.</param>
    public static Dictionary<string, object?> OfMatching(CohortSnapshot cohort, string address, DateTimeOffset now)
    {
        var shown = cohort.Proposal is { } proposal ? new MatchingPresenter(cohort).Whole(proposal, withFrontier: false) : null;
        return Of(
            ("address", address),
            ("version", shown?.Version),
            ("proposed_at", shown is null ? null : When(cohort, shown.ProposedAt)),
            ("released_at", shown?.ReleasedAt is { } at ? When(cohort, at) : null),
            ("outdated", shown?.Outdated ?? false),
            ("asks_for_consent", cohort.Scheme.Matching.AsksForConsent || Rematching.IsAtWork(cohort, now)),
            ("pairs", Rows(shown?.Pairs, p => Of(
                ("mentor", Person(p.Mentor)),
                ("mentee", Person(p.Mentee)),
                ("reasons", p.Factors.Where(f => f.Points > 0).Select(f => f.Factor.ToString().ToLowerInvariant()).ToList()),
                ("considerations", p.ConflictReasons),
                ("kept", p.Kept),
                ("pinned", p.Pinned)))),
            ("fresh", shown?.Pairs.Count(p => !p.Kept) ?? 0),
            ("left_out", Rows(shown?.LeftOut, l => Of(("person", Person(l.Person)), ("reason", l.Reason)))),
            ("ends", Rows(shown?.Ends, e => Of(("mentor", Person(e.Mentor)), ("mentee", Person(e.Mentee)), ("reason", e.Reason)))),
            ("considerations", Considerations(cohort)),
            ("access_notes", Rows(shown?.Readiness.AccessNotes, n => Of(("person", Person(n.Person)), ("note", n.Note)))),
            ("joined", Rows(shown?.JoinedSince, Person)),
            ("problems", shown?.Problems ?? []));
    }

    /// <summary>Once the match is released nobody needs them any more.</summary>
    private static List<Dictionary<string, object?>> Considerations(CohortSnapshot cohort) =>
        Rows(
            cohort.People.Where(p => cohort.Proposal is { ReleasedAt: null }
                && p is { TakesPart: true, Portrait.MatchingConsiderations.Length: > 0 }),
            p => Of(("person", Of(("name", p.Name))), ("note", p.Portrait!.MatchingConsiderations)));

    private static Dictionary<string, object?> Person(ShownPerson person) =>
        Of(("name", person.Name), ("organisation", person.Organisation), ("rank", person.Rank));

    private static List<Dictionary<string, object?>> Rows<T>(IEnumerable<T>? items, Func<T, Dictionary<string, object?>> row) =>
        [.. (items ?? []).Select(row)];

    private static string When(CohortSnapshot cohort, DateTimeOffset at) =>
        cohort.Scheme.Words.DateAndTimeOf(at, cohort.Definition.Zone);
}
