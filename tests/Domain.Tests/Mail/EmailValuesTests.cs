using System.Reflection;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Mail;

public class EmailValuesTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-06-01T12:00");

    private static readonly CohortSnapshot Full = Given.MatchedCohort()
        .PairNo(1, p => p with { HasConflict = true })
        .Person("m1", p => p with { MentoringEndedAt = Now, Courts = [$"{Given.SecretCourt} known before"] })
        .With(c => c with { Changes = [new AppliedChange(Now, "cancel", null, null, "No room")] })
        with
    { Offers = [Given.Offer(1, "m1", "j1")] };

    private static readonly string[] Names = [.. typeof(Templates).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    public static TheoryData<string> EveryTemplate => [.. Names];

    [Theory]
    [MemberData(nameof(EveryTemplate))]
    public void Every_template_has_its_values_and_no_matching_secret_is_among_them_whoever_it_goes_to(string template)
    {
        foreach (var recipient in new[] { "m1", "j1", OutboxMail.CoordinatorId })
        {
            if (recipient == OutboxMail.CoordinatorId && template is "introduction" or "match-offer" or "match-reminder" or "retention-notice")
            {
                continue;
            }

            var texts = TextsOf(EmailValues.Of(Context(template, recipient))).ToList();
            Assert.True(texts.Count > 12, $"{template} has few values.");
            Assert.DoesNotContain(texts, t => t.Contains("SECRET", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void In_whole_lives_no_email_that_left_held_anybodys_matching_secret()
    {
        var templates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(1000, 25))
        {
            var life = RandomLives.Of(seed);
            life.Run();
            foreach (var (mail, values) in life.Sent)
            {
                templates.Add(mail.Template);
                Assert.DoesNotContain(TextsOf(values), t => t.Contains("SECRET", StringComparison.Ordinal));
            }
        }

        Assert.Equal(["consent-closed", "fresh-link", "match-not-available", "match-offer", "match-reminder", "pairing-ended", "portrait-receipt", "undelivered"], Names.Except(templates).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_introduction_shows_the_partners_card()
    {
        var values = EmailValues.Of(Context("introduction", "j1"));
        var partner = Assert.IsType<Dictionary<string, object?>>(values["partner"]);
        Assert.Equal(("Portrait of m1", "reverse mentor", "Role of m1", "Why of m1"), (partner["name"], partner["role"], partner["role_and_experience"], partner["why_interested"]));
        Assert.Equal("mailto:contact.m1@example.org", partner["contact"]!.ToString());
        Assert.Equal(["handbook", "launch", "partner", "undertakings"], values.Keys.Except(EmailValues.Of(Context("not-taken-up", "j1")).Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_contact_that_is_no_address_stays_text()
    {
        var cohort = Full.Person("m1", p => p with { Portrait = p.Portrait! with { Contact = "javascript:alert(1)" } });
        var partner = Assert.IsType<Dictionary<string, object?>>(EmailValues.Of(Context("introduction", "j1") with { Cohort = cohort })["partner"]);
        Assert.IsType<string>(partner["contact"]);
    }

    [Theory]
    [InlineData("invitation", "m1", "You get this email because you were put forward for Judicial Reverse Mentoring 2023.")]
    [InlineData("session-opening", "m1", "You get this email because you take part in Judicial Reverse Mentoring 2023.")]
    [InlineData("session-missed", OutboxMail.CoordinatorId, "You get this email because you coordinate Judicial Reverse Mentoring 2023.")]
    [InlineData("erasure-receipt", "m1", "You get this last email because you were invited to Judicial Reverse Mentoring 2023.")]
    public void The_footer_says_why_who_sees_and_how_long_the_link_works(string template, string recipient, string why)
    {
        var footer = Assert.IsType<Dictionary<string, object?>>(EmailValues.Of(Context(template, recipient))["footer"]);
        Assert.Equal((why, Samples.Judicial.WhoSees, "Thursday 1 June 2023 at 12 noon (London time)"), (footer["why"], footer["who_sees"], footer["link_until"]));
    }

    [Fact]
    public void A_person_goes_by_the_name_they_gave_themselves()
    {
        var recipient = Assert.IsType<Dictionary<string, object?>>(EmailValues.Of(Context("session-opening", "j1"))["recipient"]);
        Assert.Equal(("Portrait of j1", "reverse mentee"), (recipient["name"], recipient["role"]));
    }

    [Fact]
    public void An_email_to_nobody_has_no_values() =>
        Assert.Throws<ArgumentException>(() => EmailValues.Of(Context("session-opening", "j1") with { Cohort = Full with { People = [] } }));

    private static EmailContext Context(string template, string recipient)
    {
        var step = template is "training" ? "launch-invitation" : template is "mixer" or "wash-up" ? $"{template}-invitation"
            : template is "support-session" ? "support-session-1-invitation" : "launch-invitation";
        var mail = Full.Mail(template, recipient, step, 1, "pair-01") with
        {
            Departed = template is "erasure-receipt" or "withdrawal-receipt" or "not-taken-up" ? new DepartedRecipient("Uma", "uma@example.org", "reverse mentor") : null,
            Facts = new Dictionary<string, string>
            {
                ["role"] = "reverse mentor",
                ["people"] = "4",
                ["erased"] = "4",
                ["version"] = "1",
                ["purpose"] = "Withdraw",
                ["purpose_in_words"] = "leaving",
                ["what"] = "the mixer",
                ["old"] = "then",
                ["new"] = "now",
                ["pairs"] = "2",
                ["not_available"] = "1",
                ["without"] = "1",
                ["answered"] = "2",
                ["about"] = "m1",
                ["result"] = "Bounced",
                ["left_out"] = "1",
            },
        };
        return new EmailContext(mail, Full, Now)
        {
            Action = new Link(new Uri("https://example.org/r/a")),
            ActionUntil = Now,
            Withdraw = new Link(new Uri("https://example.org/r/w")),
            Report = ReportMaker.Make(Full, Now),
        };
    }

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        null => [],
        string text => [text],
        IReadOnlyDictionary<string, object?> values => values.Values.SelectMany(TextsOf),
        System.Collections.IEnumerable list => list.Cast<object?>().SelectMany(TextsOf),
        _ => [value.ToString()!],
    };
}
