using System.Net;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>The handbook behind every link: by role, short or full, and of nobody (K4, K10, J10).</summary>
public sealed class HandbookTests
{
    [Fact]
    public async Task It_is_for_whoever_has_a_link_by_their_role_and_holds_nothing_of_anybody()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-04T08:30Z");
        var people = await cohort.PeopleAsync();
        var (mentor, mentee) = (people.First(p => p.IsMentor), people.First(p => p.IsMentee));
        var before = service.Documents;
        const string Mentors = "As a reverse mentor", Mentees = "As a reverse mentee";
        foreach (var (person, own, other) in new[] { (mentor, Mentors, Mentees), (mentee, Mentees, Mentors) })
        {
            var link = await cohort.LinkAsync(person, "session-opening");
            Assert.Contains("?handbook=yes", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
            var page = await service.Browser.AskAsync(link + "?handbook=yes");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(own, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(other, page.Text, StringComparison.Ordinal);
            Assert.All(people, p => Assert.DoesNotContain(p.Name, page.Text, StringComparison.Ordinal));
        }

        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task The_short_one_says_what_is_needed_before_the_first_session_and_leads_to_the_full_one()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var full = Templates.Parse((await service.Browser.AskAsync(link + "?handbook=yes")).Text).QuerySelector("main")!.TextContent;
        var brief = Templates.Parse((await service.Browser.AskAsync(link + "?handbook-short=yes")).Text).QuerySelector("main")!.TextContent;
        Assert.True(brief.Length * 1.5 < full.Length, $"The short one has {brief.Length} characters, the full one {full.Length}.");
        Assert.All(
            new[] { "The first meeting, in an hour", "What is confidential", "If something goes wrong", "0800 279 6888" },
            part => Assert.Contains(part, brief, StringComparison.Ordinal));
        var scheme = Templates.Schemes.Find("judicial")!;
        Assert.All(
            scheme.Sessions.SelectMany(s => s.Prompts.Concat(s.MentorAsks).Concat(s.MenteeAsks)),
            prompt => Assert.Contains(prompt, full, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_be_taken_along_as_a_PDF_with_its_own_font_tagged_and_in_its_language()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        using var response = await service.Browser.GetAsync(link + "?handbook-pdf=full");
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("handbook.pdf", response.Content.Headers.ContentDisposition?.FileName);
        using var full = PdfSharp.Pdf.IO.PdfReader.Open(
            await response.Content.ReadAsStreamAsync(), PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        Assert.Equal("The handbook", full.Info.Title);
        Assert.Equal("en-GB", full.Internals.Catalog.Elements.GetString("/Lang"));
        Assert.True(full.Internals.Catalog.Elements.ContainsKey("/StructTreeRoot"));
        Assert.InRange(full.PageCount, 4, 20);
        var fonts = full.Internals.GetAllObjects().OfType<PdfSharp.Pdf.PdfDictionary>()
            .Where(d => d.Elements.GetName("/Type") == "/FontDescriptor").ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.True(f.Elements.ContainsKey("/FontFile2")));

        using var brief = await service.Browser.GetAsync(link + "?handbook-pdf=short");
        using var two = PdfSharp.Pdf.IO.PdfReader.Open(
            await brief.Content.ReadAsStreamAsync(), PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        Assert.InRange(two.PageCount, 1, full.PageCount - 1);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync("r/judicial-2023.nothing?handbook-pdf=full")).Status);
    }

    [Fact]
    public void Every_presets_topics_lead_from_a_question_to_something_done_and_can_be_chosen_where_topics_are()
    {
        foreach (var scheme in Templates.Schemes.Ids.Select(id => Templates.Schemes.Find(id)!))
        {
            Assert.NotEmpty(scheme.Topics);
            Assert.All(scheme.Topics, t => Assert.DoesNotContain("", new[] { t.Name, t.Opening, t.Middle, t.Act, t.Never }));
            if (scheme.Matching.Suggestions.TryGetValue("topics", out var chosen))
            {
                Assert.Empty(scheme.Topics.Select(t => t.Name).Except(chosen));
            }
        }
    }

    [Fact]
    public async Task Whoever_named_a_topic_finds_on_their_page_where_to_begin_with_it_and_nothing_of_their_partners()
    {
        await using var service = await OtherSchemes.ServiceAsync(s => s with
        {
            Topics = [new("wellbeing", "A good week?", "What is not said?", "One habit", "Details"), new("legal tech", "Which tool?", "-",
                "-", "-")],
            Matching = s.Matching with
            {
                Weights = new Dictionary<Domain.Matching.Rules.Factor,
                    double>(s.Matching.Weights)
                { [Domain.Matching.Rules.Factor.Topics] = 1 },
            },
        });
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var portrait = Forms.Portrait(person.Name);
        portrait["topics"] = "wellbeing";
        await cohort.AnswerAsync(person, "invitation", portrait);
        var mine = await service.Browser.SubmitAsync(
            await cohort.LinkAsync(person, "invitation") + "?mine=yes", Forms.Address(person.Email));
        Assert.Contains("A good week?", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Which tool?", mine.Text, StringComparison.Ordinal);
    }
}
