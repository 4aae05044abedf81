using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Adapters;
using ReverseMentoring.Functions.Adapters.Holidays;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>A second language, of which only some texts are there, beside the one that is whole.</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("languages").FullName;

    public LanguageTests()
    {
        foreach (var file in Directory.EnumerateFiles(Templates.Folder, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(Templates.Folder, file), File.ReadAllText(file));
        }

        Write(
            "cy/language.json",
            """
            {
              "months": ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
                "Rhagfyr"],
              "wholeHour": "{hour24}.00",
              "reverseMentor": "mentor o chwith"
            }
            """);
        Write("cy/emails/not-taken-up.md", "---\nsubject: Dim ateb\n---\nHelo {{ recipient.name }}.\n");
        Write("cy/pages/session-check.html", "---\ntitle: A wnaethoch chi gwrdd?\n---\n");
        Write("cy/pages/_words.html", "---\nservice: Mentora\n---\n");
    }

    [Fact]
    public void An_email_comes_in_the_schemes_language_and_one_that_is_not_there_in_the_language_that_is_whole()
    {
        var emails = new TemplateEmails(_folder, Templates.Look);
        var (own, other) = (EmailModels.Full("not-taken-up"), EmailModels.Full("not-matched"));
        Assert.Equal("Dim ateb", emails.Render("not-taken-up", own, "cy").Subject);
        Assert.Contains("<html lang=\"cy\" ", emails.Render("not-taken-up", own, "cy").Html, StringComparison.Ordinal);
        Assert.NotEqual("Dim ateb", emails.Render("not-taken-up", own).Subject);
        Assert.Equal(emails.Render("not-matched", other).Text, emails.Render("not-matched", other, "cy").Text);
    }

    [Fact]
    public void A_page_falls_back_text_by_text()
    {
        var english = new PageRenderer(_folder);
        var welsh = english.In("cy");
        var (words, whole) = (welsh.WordsOf("session-check"), english.WordsOf("session-check"));
        Assert.Equal("A wnaethoch chi gwrdd?", words["title"]);
        Assert.Equal(whole["met.label"], words["met.label"]);
        Assert.Equal("Mentora", words["service"]);
        Assert.Equal("Mentora", welsh.WordsOf("waiting-list")["service"]);
        Assert.Equal("Reverse mentoring", whole["service"]);
        Assert.Same(welsh, english.In("cy"));
        Assert.Same(english, welsh.In("en-GB"));
    }

    [Fact]
    public void A_page_says_which_language_it_is_in_and_keeps_the_text_it_lacks()
    {
        var english = new PageRenderer(_folder);
        var page = PageModels.Full("session-check");
        var (own, whole) = (Templates.Parse(english.In("cy").Render(page)), Templates.Parse(english.Render(page)));
        Assert.Equal(("cy", "en-GB"), (own.DocumentElement.GetAttribute("lang"), whole.DocumentElement.GetAttribute("lang")));
        Assert.Equal(whole.QuerySelector("main")!.TextContent, own.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public void Dates_and_roles_are_said_in_the_language_and_what_it_lacks_in_the_one_that_is_whole()
    {
        var welsh = new Languages(_folder).Of("cy");
        var london = CohortZone.Of("Europe/London");
        Assert.Equal(
            "Tuesday 28 Mawrth 2023 at 16.00 (London time)",
            welsh.DateAndTimeOf(new DateTimeOffset(2023, 3, 28, 15, 0, 0, TimeSpan.Zero), london));
        Assert.Equal(("mentor o chwith", "reverse mentee"), (welsh.ReverseMentor, welsh.ReverseMentee));
        Assert.Equal("cy", welsh.Key);
    }

    [Fact]
    public void A_scheme_names_its_language()
    {
        var scheme = SchemeIn("cy").Find("judicial")!;
        Assert.Equal(("cy", "mentor o chwith"), (scheme.Language, scheme.Words.ReverseMentor));
        Assert.Equal("en-GB", Templates.Schemes.Find("judicial")!.Language);
    }

    [Fact]
    public void A_scheme_in_a_language_without_templates_is_refused_with_those_there_are()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => SchemeIn("fr"));
        Assert.Contains("There are no templates in the language fr. There are: cy, en-GB.", failure.Message, StringComparison.Ordinal);
        Write("cy/language.json", "[");
        Assert.Contains(
            "templates/cy/language.json can't be read",
            Assert.Throws<InvalidOperationException>(() => SchemeIn("cy")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_that_is_whole_says_everything() =>
        Assert.All(typeof(Language).GetProperties(), p => Assert.NotNull(p.GetValue(Templates.Languages.Default)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SchemeFolder SchemeIn(string language)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemes", "judicial", "scheme.json"));
        var start = text.IndexOf('{', StringComparison.Ordinal) + 1;
        Write("schemes/judicial/scheme.json", text.Insert(start, $"\"language\":\"{language}\","));
        return new SchemeFolder(
            Path.Combine(_folder, "schemes"), new Languages(_folder), new PublicHolidayCalendars().Countries, Templates.Look);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
