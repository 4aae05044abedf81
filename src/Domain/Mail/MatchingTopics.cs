using ReverseMentoring.Domain.People;
using static ReverseMentoring.Domain.Mail.EmailValues;

namespace ReverseMentoring.Domain.Mail;

/// <summary>What the emails about matches and pairs say. Counts only for the proposal; the partner's card shows shared fields only.</summary>
internal static class MatchingTopics
{
    public static Dictionary<string, object?> Proposed(EmailContext c)
    {
        var proposal = c.Cohort.Proposal ?? throw new ArgumentException("There is no proposal to tell of.", nameof(c));
        return Values(
            ("counts", Values(
                ("pairs", proposal.Pairs.Count),
                ("unmatched", proposal.LeftOut.Count),
                ("conflicts", proposal.Pairs.Count(p => p.Conflicts > 0)),
                ("mentors", c.Cohort.People.Count(p => p is { TakesPart: true, IsMentor: true })),
                ("mentees", c.Cohort.People.Count(p => p is { TakesPart: true, IsMentee: true })))),
            ("release_by", c.When(c.Definition.ReleaseBy)),
            ("how_to_release", $"POST api/cohorts/{c.Definition.Id}/matching/release with {{\"version\": {proposal.Version}}}"));
    }

    public static Dictionary<string, object?> Introduction(EmailContext c)
    {
        var partner = c.Partner ?? throw new ArgumentException("The partner is not stored.", nameof(c));
        var mentors = c.Pair!.MentorId == partner.Id;
        var card = partner.Portrait is { } portrait ? PortraitField.ForPartner(portrait) : new Dictionary<string, string>(StringComparer.Ordinal);
        return Values(
            ("partner", Values(
                ("name", card.GetValueOrDefault("name", partner.Name)),
                ("role", mentors ? "reverse mentor" : "reverse mentee"),
                ("role_and_experience", card.GetValueOrDefault("role_and_experience", "")),
                ("why_interested", card.GetValueOrDefault("why_interested", "")),
                ("contact", MailOrText(card.GetValueOrDefault("contact", partner.Email))))),
            // Told to the coordinator only: here it would say something of what the partner wrote for matching alone (J23).
            ("conflict_note", null),
            ("launch", c.When(c.Definition.Launch.At)),
            ("undertakings", c.Scheme.Undertakings),
            ("handbook", c.Scheme.Handbook.Select(h => Values(("heading", h.Heading), ("text", h.Text))).ToList()));
    }

    public static Dictionary<string, object?> Missed(EmailContext c, Dictionary<string, object?> session)
    {
        var pair = c.Pair ?? throw new ArgumentException("The pair is not stored.", nameof(c));
        return Values(
            ("session", session),
            ("pair", pair.InWords),
            ("mentor", NameOf(c, pair.MentorId)),
            ("mentee", NameOf(c, pair.MenteeId)),
            ("heard", pair.Sessions.TryGetValue(c.Mail.Number, out var answers) && answers.Heard));
    }

    private static string NameOf(EmailContext c, string personId) => c.Cohort.FindPerson(personId)?.Name ?? "someone who has left";
}
