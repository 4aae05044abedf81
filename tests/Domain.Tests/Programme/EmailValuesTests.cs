using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class EmailValuesTests
{
    private static readonly DateTimeOffset Now = EmailContexts.Now;

    private static readonly CohortSnapshot Full = EmailContexts.Full;

    private static readonly string[] Names = [.. MentoringProgramme.Declared.Emails.Select(e => e.Template)];

    public static TheoryData<string> EveryTemplate => [.. Names];

    [Theory]
    [MemberData(nameof(EveryTemplate))]
    public void Every_template_has_its_values_and_no_matching_secret_is_among_them_whoever_it_goes_to(string template)
    {
        foreach (var recipient in new[] { "m1", "j1", OutboxMail.CoordinatorId })
        {
            if (recipient == OutboxMail.CoordinatorId
                && template is "introduction" or "match-offer" or "match-reminder" or "retention-notice")
            {
                continue;
            }

            var texts = TextsOf(MentoringProgramme.Declared.ValuesOf(Context(template, recipient))).ToList();
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

        Assert.Equal([
            "address-changed",
            "agreement-made",
            "agreement-proposed",
            "application-accepted",
            "application-confirm",
            "application-declined",
            "application-helper",
            "application-nominated",
            "applications-waiting",
            "confidence-exception",
            "consent-closed",
            "event-called-off",
            "event-joining",
            "event-joining-missing",
            "fresh-link",
            "help-asked",
            "help-received",
            "leaving",
            "match-not-available",
            "match-offer",
            "match-reminder",
            "midway-wish",
            "observation-card",
            "pair-ended",
            "pairing-ended",
            "portrait-receipt",
            "removal-receipt",
            "session-date",
            "undelivered", "weekly-digest"], Names.Except(templates).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_introduction_shows_the_partners_card()
    {
        var values = MentoringProgramme.Declared.ValuesOf(Context("introduction", "j1"));
        var partner = Assert.IsType<Dictionary<string, object?>>(values["partner"]);
        Assert.Equal(
            ("Portrait of m1", "reverse mentor", "Role of m1", "Why of m1"),
            (partner["name"], partner["role"], partner["role_and_experience"], partner["why_interested"]));
        Assert.Equal("mailto:contact.m1@example.org", partner["contact"]!.ToString());
        Assert.Equal(
            ["at_work", "handbook", "launch", "partner", "undertakings"],
            values.Keys.Except(MentoringProgramme.Declared.ValuesOf(Context("not-taken-up", "j1")).Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_contact_that_is_no_address_stays_text()
    {
        var cohort = Full.Person("m1", p => p with { Portrait = p.Portrait! with { Contact = "javascript:alert(1)" } });
        var partner = Assert.IsType<Dictionary<string, object?>>(
            MentoringProgramme.Declared.ValuesOf(Context("introduction", "j1") with { Cohort = cohort })["partner"]);
        Assert.IsType<string>(partner["contact"]);
    }

    [Theory]
    [InlineData("invitation", "m1", "put-forward")]
    [InlineData("session-opening", "m1", "takes-part")]
    [InlineData("session-missed", OutboxMail.CoordinatorId, "coordinates")]
    [InlineData("erasure-receipt", "m1", "has-left")]
    public void The_footer_says_why_who_sees_and_how_long_the_link_works(string template, string recipient, string reason)
    {
        var context = Context(template, recipient) with { Words = _ => null };
        var footer = Assert.IsType<Dictionary<string, object?>>(MentoringProgramme.Declared.ValuesOf(context)["footer"]);
        Assert.Equal(
            (reason, Samples.Judicial.WhoSees, "Thursday 1 June 2023 at 12 noon (London time)"),
            (footer["reason"], footer["who_sees"], footer["link_until"]));
    }

    [Fact]
    public void What_the_page_says_of_who_sees_the_answer_stands_in_the_emails_footer_too()
    {
        var footer = Assert.IsType<Dictionary<string, object?>>(
            MentoringProgramme.Declared.ValuesOf(Context("reflection-opening", "m1"))["footer"]);
        Assert.Equal("words for who_sees", footer["who_sees"]);
    }

    [Fact]
    public void A_person_goes_by_the_name_they_gave_themselves()
    {
        var recipient = Assert.IsType<Dictionary<string, object?>>(
            MentoringProgramme.Declared.ValuesOf(Context("session-opening", "j1"))["recipient"]);
        Assert.Equal(("Portrait of j1", "reverse mentee"), (recipient["name"], recipient["role"]));
    }

    [Fact]
    public void An_email_to_nobody_has_no_values() =>
        Assert.Throws<ArgumentException>(
            () => MentoringProgramme.Declared.ValuesOf(Context("session-opening", "j1") with { Cohort = Full with { People = [] } }));

    private static EmailContext Context(string template, string recipient) => EmailContexts.Of(template, recipient);

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        null => [],
        string text => [text],
        IReadOnlyDictionary<string, object?> values => values.Values.SelectMany(TextsOf),
        System.Collections.IEnumerable list => list.Cast<object?>().SelectMany(TextsOf),
        _ => [value.ToString()!],
    };
}
