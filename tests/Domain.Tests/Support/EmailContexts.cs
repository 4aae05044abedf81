using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Safeguarding;
using ReverseMentoring.Domain.Sessions;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>For every declared email a context that has all it may draw on; the tests of the templates render what it gives.</summary>
internal static class EmailContexts
{
    public static readonly DateTimeOffset Now = Given.London("2023-06-01T12:00");

    public static readonly CohortSnapshot Full = Given.MatchedCohort()
        .PairNo(1, p => (p with { HasConflict = true }).Name(1, new SessionDate(new DateTime(2023, 4, 18, 12, 30, 0), 60, 1, "m1", Now)))
        .Person("m1", p => p with { AcceptedWith = "We look forward to it." })
        .Person("m1", p => p with { MentoringEndedAt = Now, Courts = [$"{Given.SecretCourt} known before"] })
        .With(c => c with
        {
            Definition = c.Definition with
            {
                Applications = new ApplicationPlan(new DateTime(2023, 2, 10, 17, 0, 0), new DateTime(2023, 2, 17, 17, 0, 0)),
                Events = [.. c.Definition.Events.Select(Joined)],
                Team = [new TeamMember("Sage Thorne", "sage@example.org", TeamRole.Safeguarding)],
            }
        })
        .With(c => c with { Changes = [new AppliedChange(Now, "cancel", null, null, "No room") { Kind = ChangeKind.Cancel }] })
        with
    { Offers = [Given.Offer(1, "m1", "j1")] };

    private static readonly SessionPlace Place = new()
    {
        CohortId = Full.Cohort.CohortId,
        PairId = "pair-01",
        Number = 1,
        PersonId = "m1",
        Place = "The café by the river",
    };

    private static readonly SessionPreparation Preparation = new()
    {
        CohortId = Full.Cohort.CohortId,
        PairId = "pair-01",
        Number = 1,
        PersonId = "m1",
        Text = "Which door did you come in by?",
    };

    private static readonly HelpRequest Help = new HelpRequest
    {
        CohortId = Full.Cohort.CohortId,
        PersonId = "m1",
        Text = "SECRET trouble",
        Reach = "SECRET number",
        At = Now,
    }.Except(new ConfidenceException("That there was a threat", "The police", "Risk of harm", "", "sage@example.org", Now));

    private static readonly Application Applied = new()
    {
        CohortId = Full.Cohort.CohortId,
        Id = "application-1",
        CountId = "1",
        Name = "Uma",
        Email = "uma@example.org",
        Wish = Wish.ReverseMentor,
        Why = "SECRET hope",
        Groups = ["SECRET group"],
        NominatedBy = "Ola Birch",
        Words = "Do come to the mixer.",
        Answer = ApplicationAnswer.Late,
        At = Now,
        Expires = Now,
    };

    private static CohortEvent Joined(CohortEvent e) => e.Kind.Key == "mixer"
        ? e with { IsRemote = true, JoinLink = "https://meet.example.org/mixer", Joining = "Ring the bell of room 3." }
        : e;

    /// <summary>What the weekly digest takes up.</summary>
    private static IReadOnlyList<OutboxMail> Taken =>
    [
        .. new[] { "participant-withdrew", "undelivered", "session-missed" }.Select(
            t => Full.Mail(t, OutboxMail.CoordinatorId, "taken", 1, "pair-01") with
            {
                Facts = JsonSerializer.SerializeToElement(
                    new { role = "reverse mentor", about = "m1", result = "Bounced", missed = new[] { "pair-01" } }),
            }),
    ];

    /// <param name="recipient">m1, j1 or the coordinator.</param>
    public static EmailContext Of(string template, string recipient)
    {
        var step = template is "training" ? "launch-invitation" : template is "mixer" or "wash-up" ? $"{template}-invitation"
            : template is "event-joining" ? "mixer-joining"
            : template is "event-joining-missing" ? "mixer-joining-missing"
            : template is "support-session" ? "support-session-1-invitation" : "launch-invitation";
        var mail = Full.Mail(template, recipient, step, 1, "pair-01") with
        {
            Departed = template is "erasure-receipt" or "withdrawal-receipt" or "removal-receipt" or "decline-receipt" or "not-taken-up"
                ? new DepartedRecipient("Uma", "uma@example.org", "reverse mentor")
                : template is "application-confirm" or "application-nominated" or "application-helper" or "application-declined"
                ? new DepartedRecipient("Uma", "uma@example.org", "reverse mentor") { IsApplicant = true }
                : null,
            Facts = JsonSerializer.SerializeToElement(
                new
                {
                    role = "reverse mentor",
                    erased = 4,
                    version = 1,
                    form = "withdraw",
                    what = "the mixer",
                    old = "then",
                    @new = "now",
                    pairs = 2,
                    notAvailable = 1,
                    without = 1,
                    answered = 2,
                    leftOut = 1,
                    about = "m1",
                    personId = "m1",
                    result = "Bounced",
                    mayWait = true,
                    gathering = "mixer",
                    replyForm = "mixer-reply",
                    sequence = 1,
                    count = 2,
                    missed = new[] { "pair-01", "pair-02" },
                    mails = Taken.Select(m => m.Id),
                }),
        };
        return new EmailContext(mail, Full, Now)
        {
            Action = new Link(new Uri("https://example.org/r/a")),
            ActionUntil = Now,
            Withdraw = new Link(new Uri("https://example.org/r/w")),
            Read = new ReadDocuments([ReportMaker.Make(Full, [], Now), Place, Preparation, Help, Applied, .. Taken]),
            Words = key => $"words for {key}",
        };
    }
}
