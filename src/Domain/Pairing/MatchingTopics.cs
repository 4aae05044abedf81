using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.EmailValues;

namespace ReverseMentoring.Domain.Pairing;

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
        var card = Card(partner, c.Pair!.MentorId);
        card["contact"] = MailOrText(partner.Portrait?.Contact ?? partner.Email);
        // Whether something to avoid could not be avoided is told to the coordinator only: here it would say something of what the partner
        // wrote for matching alone (J23).
        return Values(
            ("partner", card),
            ("launch", c.When(c.Definition.Launch.At)),
            ("undertakings", c.Scheme.Undertakings),
            ("handbook", c.Scheme.Handbook.Select(h => Values(("heading", h.Heading), ("text", h.Text))).ToList()));
    }

    /// <summary>Who it would be with, before anybody has agreed: nothing by which they could be reached.</summary>
    public static Dictionary<string, object?> Offer(EmailContext c)
    {
        var partner = c.Partner ?? throw new ArgumentException("The partner is not stored.", nameof(c));
        return Values(
            ("partner", Card(partner, c.Offer!.MentorId)),
            ("answer_by", AnswerBy(c)),
            ("launch", c.When(c.Definition.Launch.At)),
            ("undertakings", c.Scheme.Undertakings));
    }

    public static string AnswerBy(EmailContext c)
    {
        var offer = c.Offer ?? throw new ArgumentException("The match is not stored.", nameof(c));
        return c.When(offer.QuestionOf(c.Mail.PersonId).AnswerBy ?? c.Now.AddDays(c.Scheme.Matching.ConsentDays));
    }

    public static Dictionary<string, object?> LateJoiners(EmailContext c) => MatchAgain(c, "answered", "left_out");

    public static Dictionary<string, object?> ConsentClosed(EmailContext c) => MatchAgain(c, "pairs", "not_available", "without");

    /// <summary>Counts, and how the coordinator has everybody matched again.</summary>
    private static Dictionary<string, object?> MatchAgain(EmailContext c, params string[] counts) => Values(
        ("counts", Values([.. counts.Select(name => (name, (object?)c.Mail.Facts[name]))])),
        ("launch", c.When(c.Definition.Launch.At)),
        ("how_to_propose", $"POST api/cohorts/{c.Definition.Id}/matching/proposal"));

    private static Dictionary<string, object?> Card(Person partner, string mentorId)
    {
        var card = partner.Portrait is { } portrait ? PortraitField.ForPartner(portrait) : new Dictionary<string, string>(StringComparer.Ordinal);
        return Values(
            ("name", card.GetValueOrDefault("name", partner.Name)),
            ("role", mentorId == partner.Id ? "reverse mentor" : "reverse mentee"),
            ("role_and_experience", card.GetValueOrDefault("role_and_experience", "")),
            ("why_interested", card.GetValueOrDefault("why_interested", "")));
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
