using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class PenPortraitFormTests
{
    private static readonly DateTimeOffset Now = Given.London("2023-02-01T10:00");

    [Fact]
    public void A_filled_form_is_a_portrait_with_the_judicial_fields()
    {
        var portrait = Read(
            ("regular_courts", "Westmere\r\nHighmoor; westmere, Eastholm"), ("matching_considerations", " None of my tutors ")).Value!;
        Assert.Equal(
            ("Uma Jessop", "Barrister", "uma@example.org", "To help"),
            (portrait.Name, portrait.RoleAndExperience, portrait.Contact, portrait.WhyInterested));
        Assert.Equal("None of my tutors", portrait.MatchingConsiderations);
        Assert.Equal(["Westmere", "Highmoor", "Eastholm"], portrait.RegularCourts);
        Assert.Equal((Now, Now, Now), (portrait.DeclaredAt, portrait.FirstSentAt, portrait.SentAt));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("contact")]
    [InlineData("role_and_experience")]
    [InlineData("why_interested")]
    public void A_field_left_empty_says_what_to_give(string field) =>
        Assert.Equal([new Problem(field, "missing")], Read((field, "  ")).Problems);

    [Theory]
    [InlineData("matching_considerations")]
    [InlineData("regular_courts")]
    public void What_is_for_matching_only_may_stay_empty(string field) => Assert.True(Read((field, "")).Succeeded);

    [Fact]
    public void A_field_too_long_says_so() =>
        Assert.Equal(
            [new Problem("name", "too_long"), new Problem("why_interested", "too_long")],
            Read(("name", new string('n', 121)), ("why_interested", new string('w', 3001))).Problems);

    [Theory]
    [InlineData("declaration", "")]
    [InlineData("declaration", "on")]
    [InlineData("undertakings", "YES")]
    [InlineData("notice", "")]
    public void Without_each_of_undertakings_notice_and_declaration_nobody_is_matched(string field, string ticked) =>
        Assert.Equal([new Problem(field, "missing")], Read((field, ticked)).Problems);

    [Fact]
    public void The_version_of_the_notice_is_kept_that_stood_on_the_form() => Assert.Equal("2023-01", Read().Value!.NoticeVersion);

    [Fact]
    public void An_empty_form_is_told_all_at_once() =>
        Assert.Equal(
            ["name", "role_and_experience", "contact", "why_interested", "undertakings", "notice", "declaration"],
            PenPortraitForm.Read(new Dictionary<string, string>(), null, Samples.Judicial, Now).Problems.Select(p => p.Place));

    [Fact]
    public void Name_and_contact_are_one_line_so_that_they_can_stand_in_an_email()
    {
        var portrait = Read(("name", "Uma\r\nBcc: x"), ("contact", "uma@example.org\n or by phone")).Value!;
        Assert.Equal(("Uma Bcc: x", "uma@example.org or by phone"), (portrait.Name, portrait.Contact));
    }

    [Fact]
    public void A_second_form_keeps_when_the_first_was_sent()
    {
        var first = Read().Value!;
        var later = Now.AddDays(3);
        var second = PenPortraitForm.Read(Filled(), first, Samples.Judicial, later).Value!;
        Assert.Equal((Now, later, later), (second.FirstSentAt, second.SentAt, second.DeclaredAt));
    }

    [Fact]
    public void A_portrait_that_arrives_is_kept_and_its_receipt_is_planned_once_however_often_it_is_sent()
    {
        var effects = Given.Decision("pen-portrait", Given.Cohort(), "m1", Filled()).Value!;
        var kept = Assert.Single(effects.People).Apply(Given.Mentor("m1"));
        Assert.Equal("Uma Jessop", kept.Portrait!.Name);
        var again = Given.Decision("pen-portrait", Given.Cohort().Person("m1", _ => kept), "m1", Filled()).Value!;
        Assert.Empty(again.Writes);
        Assert.Equal(["mail-answer-portrait-receipt-m1"], again.Mails.Select(m => m.Id));
        Assert.Equal(effects.Mails[0].Id, again.Mails[0].Id);
    }

    [Fact]
    public void A_portrait_of_somebody_who_left_a_moment_ago_is_not_kept()
    {
        var left = Given.Mentor("m1") with { WithdrawnAt = Given.Started };
        Assert.Null(Assert.Single(Given.Decision("pen-portrait", Given.Cohort(), "m1", Filled()).Value!.People).Apply(left).Portrait);
    }

    private static Outcome<PenPortrait> Read(params (string Field, string Text)[] fields)
    {
        var posted = Filled();
        foreach (var (field, text) in fields)
        {
            posted[field] = text;
        }

        return PenPortraitForm.Read(posted, null, Samples.Judicial, Now);
    }

    private static Dictionary<string, string> Filled() => new(StringComparer.Ordinal)
    {
        ["name"] = "Uma Jessop",
        ["role_and_experience"] = "Barrister",
        ["contact"] = "uma@example.org",
        ["why_interested"] = "To help",
        ["undertakings"] = "yes",
        ["notice"] = "yes",
        ["declaration"] = "yes",
    };
}
