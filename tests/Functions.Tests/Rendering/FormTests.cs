using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public class FormTests
{
    private static IHtmlDocument Show(params FormField[] fields) => Parse(Templates.Pages.Render(PageModels.Full("session-check", fields)));

    private static List<IElement> Inputs(IHtmlDocument page) => [.. page.QuerySelectorAll("main input, main textarea")];

    [Fact]
    public void Every_input_has_one_label_and_every_choice_a_legend()
    {
        var page = Show(PageModels.Fields());
        Assert.Equal(8, Inputs(page).Count);
        foreach (var input in Inputs(page))
        {
            Assert.NotEmpty(Assert.Single(page.QuerySelectorAll($"label[for='{input.Id}']")).TextContent.Trim());
        }

        Assert.Equal("Did you meet?", page.QuerySelector("fieldset > legend")!.TextContent);
        var ids = page.All.Where(e => e.HasAttribute("id")).Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Nothing_is_chosen_for_anyone()
    {
        var page = Show(PageModels.Fields());
        Assert.Empty(page.QuerySelectorAll("[checked], [autofocus]"));
        Assert.Equal("yes", Assert.Single(Show(PageModels.Fields("yes")).QuerySelectorAll("[type=radio][checked]")).GetAttribute("value"));
        Assert.NotNull(Show(PageModels.Fields("yes")).QuerySelector("[type=checkbox][checked]"));
    }

    [Fact]
    public void Boxes_that_were_ticked_stay_ticked_and_a_group_is_folded_away_until_something_in_it_is_answered_or_wrong()
    {
        FormField Modes(bool isOpen) => new("modes", "How do you like to meet?", FieldKind.Several)
        {
            Value = "walking,video",
            Group = "A few more questions",
            IsGroupOpen = isOpen,
            Options = [new("in person", "In person"), new("video", "Video"), new("walking", "Walking")],
        };
        var page = Show(new("name", "Name", FieldKind.Text), Modes(isOpen: false), new("agree", "I agree", FieldKind.Checkbox));
        Assert.Equal(
            ["video", "walking"], page.QuerySelectorAll("details [type=checkbox][checked]").Select(b => b.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll("details [type=checkbox]"), b => Assert.Equal("modes", b.GetAttribute("name")));
        Assert.Null(page.QuerySelector("details [name=agree]"));
        Assert.False(page.QuerySelector("details")!.HasAttribute("open"));
        Assert.True(Show(Modes(isOpen: true)).QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public void What_was_typed_is_kept_to_the_letter()
    {
        const string typed = "\n  <b>\"Łukasz\"</b> & co\n</textarea>\tend ";
        var page = Show(
            new("name", "Name", FieldKind.Text) { Value = "<\"&'> a@b" },
            new("why", "Why", FieldKind.LongText) { Value = typed });
        Assert.Equal("<\"&'> a@b", ((IHtmlInputElement)page.GetElementById("field-name")!).Value);
        Assert.Equal(typed, page.GetElementById("field-why")!.TextContent);
    }

    [Fact]
    public void Hint_sharing_note_and_error_are_tied_to_their_input()
    {
        var page = Show(PageModels.Fields(error: "Enter something."));
        foreach (var described in page.QuerySelectorAll("[aria-describedby]"))
        {
            foreach (var id in described.GetAttribute("aria-describedby")!.Split(' '))
            {
                Assert.NotNull(page.GetElementById(id));
            }
        }

        var name = page.GetElementById("field-full-name")!;
        Assert.Equal("field-full-name-hint field-full-name-shared field-full-name-error", name.GetAttribute("aria-describedby"));
        Assert.Equal("Your partner sees this.", page.GetElementById("field-full-name-shared")!.TextContent);
        Assert.Contains("Up to 2,000 characters.", page.GetElementById("field-why-length")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_summed_up_at_the_top_and_lead_to_their_inputs()
    {
        var page = Show(PageModels.Fields(error: "Enter something."));
        Assert.Equal($"Error: A heading – {Templates.Schemes.Find("judicial")!.Name}", page.Title);
        var summary = page.QuerySelector("main > .wrap > *")!;
        Assert.Equal("alert", summary.GetAttribute("role"));
        var targets = summary.QuerySelectorAll("a").Select(link => page.QuerySelector(link.GetAttribute("href")!)!).ToList();
        Assert.Equal(6, targets.Count);
        Assert.All(targets, target => Assert.Equal("true", target.GetAttribute("aria-invalid")));
        Assert.All(targets, target =>
            Assert.Contains($"field-{target.GetAttribute("name")}-error", target.GetAttribute("aria-describedby")!.Split(' ')));
    }

    [Fact]
    public void Without_errors_nothing_is_called_wrong() =>
        Assert.Empty(Show(PageModels.Fields()).QuerySelectorAll("[role=alert], [aria-invalid], .error, .faulty"));

    [Fact]
    public void What_may_be_left_out_says_so_and_a_long_answer_is_never_cut()
    {
        var page = Show(PageModels.Fields());
        Assert.Contains("(optional)", page.QuerySelector("label[for=field-why]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(optional)", page.QuerySelector("label[for=field-full-name]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[maxlength]"));
        Assert.Equal("email", page.GetElementById("field-address")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public void The_server_checks_the_form_so_that_all_errors_come_at_once() =>
        Assert.True(Show(PageModels.Fields()).Forms[0].HasAttribute("novalidate"));
}
