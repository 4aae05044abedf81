using ReverseMentoring.Domain;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public class DeclaredTextsTests
{
    [Fact]
    public void Every_declared_email_has_its_template_and_every_template_is_declared() =>
        Assert.Equal(Catalogue.EmailNames, MentoringProgramme.Declared.Emails.Select(e => e.Template).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_declared_form_has_a_page_with_its_title_and_button_and_says_what_a_fresh_link_to_it_is_for()
    {
        foreach (var form in MentoringProgramme.Declared.Forms)
        {
            var words = Pages.WordsOf(form.Page);
            Assert.NotEmpty(words["title"]);
            Assert.NotEmpty(words["button"]);
            Assert.True(form.IsOnlyRead || form.Key == "pause-nudges" || words.Find("asked_for") is not null, form.Key);
        }
    }

    [Fact]
    public void Words_may_use_values_and_what_a_page_lacks_is_taken_from_what_all_share()
    {
        var words = Pages.WordsOf("session-check");
        Assert.Equal("This closed on Monday.", words["closed", ("closes", "Monday")]);
        Assert.Equal("Did you meet?", words["title"]);
        Assert.Null(words.Find("shoe.size"));
        var failure = Assert.Throws<ArgumentException>(() => words["shoe.size"]);
        Assert.Contains("pages/session-check.html", failure.Message, StringComparison.Ordinal);
    }
}
