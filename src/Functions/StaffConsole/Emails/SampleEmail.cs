using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.StaffConsole.Emails;

/// <summary>
/// An email of a cohort as an invented reverse mentor would get it, so that it can be read before anybody does. Its links lead nowhere.
/// </summary>
internal sealed class SampleEmail(CohortSnapshot cohort, IRenderEmails emails, PageRenderer pages, Uri baseAddress, DateTimeOffset now)
{
    private const string Mentor = "sample-mentor";
    private const string Mentee = "sample-mentee";
    private const string PairId = "pair-01";

    /// <summary>Those that go to many, in the order of a cohort's course; the rest follows from what single people do.</summary>
    private static readonly string[] InTurn =
        ["invitation", "portrait-reminder", "portrait-receipt", "match-offer", "introduction", "not-matched", "training",
            "launch-invitation", "session-opening", "session-check", "session-nudge", "reflection-opening", "reflection-reminder",
            "support-session", "mixer", "wash-up", "evaluation-opening", "evaluation-reminder", "retention-notice"];

    public IReadOnlyList<string> Templates => [.. InTurn.Where(IsOfThisCohort)];

    /// <returns>Null where the cohort sends no such email.</returns>
    public RenderedEmail? Render(string template, string mentor, string mentee)
    {
        if (!Templates.Contains(template))
        {
            return null;
        }

        var mail = OutboxMail.Planned(cohort.Cohort.CohortId, StepOf(template), template, Mentor, now, PairId) with { Number = 1 };
        var declared = MentoringProgramme.Declared;
        var form = declared.EmailOf(mail).Form;
        var words = form is null ? null : pages.In(cohort.Scheme.Language).WordsOf(form.Page);
        var context = new EmailContext(mail, With(mentor, mentee), now)
        {
            Action = new Link(new Uri(baseAddress, "r/example")),
            ActionUntil = now.AddDays(14),
            Withdraw = new Link(new Uri(baseAddress, "r/example")),
            Words = key => words?.Find(key),
        };
        return emails.Render(template, declared.ValuesOf(context), cohort.Scheme.Language);
    }

    private bool IsOfThisCohort(string template) => template switch
    {
        "match-offer" => cohort.Scheme.Matching.AsksForConsent,
        _ when GatheringOf(template) is { } kind => cohort.Definition.Events.Any(e => e.Kind.Key == kind.Key),
        _ => true,
    };

    private string StepOf(string template) =>
        GatheringOf(template) is { } kind && cohort.Definition.Events.FirstOrDefault(e => e.Kind.Key == kind.Key) is { } gathering
            ? GatheringSteps.InvitationId(gathering)
            : "sample";

    private static GatheringKind? GatheringOf(string template) => GatheringKinds.All.FirstOrDefault(k => k.Invitation == template);

    /// <summary>The cohort with two invented people and their pair, and nobody else.</summary>
    private CohortSnapshot With(string mentor, string mentee) => cohort with
    {
        People = [Person(Mentor, mentor, Roles.ReverseMentor), Person(Mentee, mentee, Roles.ReverseMentee)],
        Pairs = [new Pair { CohortId = cohort.Cohort.CohortId, Id = PairId, MentorId = Mentor, MenteeId = Mentee, ReleasedAt = now }],
        Proposal = null,
        Offers = [],
    };

    private Person Person(string id, string name, Roles roles) => new()
    {
        CohortId = cohort.Cohort.CohortId,
        Id = id,
        Name = name,
        Email = $"{id}@example.org",
        Roles = roles,
        Organisation = cohort.Scheme.Ranks[0].Organisation,
        Rank = cohort.Scheme.Ranks[0].Ranks[0].Name,
        AddedAt = now,
        MentoringEndedAt = now,
        Portrait = new PenPortrait
        {
            Name = name,
            RoleAndExperience = "…",
            Contact = $"{id}@example.org",
            WhyInterested = "…",
            DeclaredAt = now,
            FirstSentAt = now,
            SentAt = now,
        },
    };
}
