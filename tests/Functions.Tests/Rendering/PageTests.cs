using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public class PageTests
{
    private const string Everything = "</textarea></p><script>alert(1)</script>\" onfocus=\"alert(1)' {{ 1 }} {{ form }} &lt;b&gt; \u202E";

    private static IHtmlDocument Show(Page page) => Parse(Templates.Pages.Render(page));

    [Fact]
    public void Every_page_has_a_model_here_and_every_model_a_page() =>
        Assert.Equal(Catalogue.PageNames, PageModels.Names.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(PageNames), MemberType = typeof(Templates))]
    public void Every_page_renders_with_all_its_values_and_with_as_few_as_may_be(string name)
    {
        foreach (var model in new[] { PageModels.Full(name), PageModels.Bare(name) })
        {
            var page = Show(model);
            Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal($"A heading – {EmailModels.Text(model.Values, "scheme", "name")}", page.Title);
            Assert.Equal("A heading", Assert.Single(page.QuerySelectorAll("main h1")).TextContent);
            Assert.DoesNotContain("{{", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(PageNames), MemberType = typeof(Templates))]
    public void Every_page_shows_the_contact_the_support_line_and_who_sees_the_answers(string name)
    {
        var model = PageModels.Full(name);
        var footer = Show(model).QuerySelector("footer")!.TextContent;
        string Of(string value) => EmailModels.Text(model.Values, "scheme", value).Replace("mailto:", "", StringComparison.Ordinal);
        foreach (var part in new[]
        {
            Of("contact_name"), Of("contact_email"), Of("support_line_name"), Of("support_line_phone"), (string)model.Values["who_sees"]!,
        })
        {
            Assert.Contains(part, footer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(PageNames), MemberType = typeof(Templates))]
    public void No_page_has_an_inline_script_or_style_or_anything_from_elsewhere(string name)
    {
        var page = Show(PageModels.Full(name));
        Assert.Empty(page.QuerySelectorAll("style, [style], img, iframe, base, [action], [formaction]"));
        Assert.All(page.QuerySelectorAll("script, [src]"), script => Assert.Equal(
            "<script src=\"/assets/count.js\" defer=\"\"></script>", script.OuterHtml));
        Assert.Equal("/assets/look.css", Assert.Single(page.QuerySelectorAll("link")).GetAttribute("href"));
        var attributes = page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name);
        Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PageNames), MemberType = typeof(Templates))]
    public void No_value_brings_markup_into_any_page(string name)
    {
        var page = Show(PageModels.Full(name, replace: _ => Everything) with { Title = Everything });
        var harmless = Show(PageModels.Full(name, replace: _ => "harmless"));
        Assert.Equal(harmless.All.Select(Shape), page.All.Select(Shape));
        Assert.DoesNotContain('\u202E', page.DocumentElement.OuterHtml);
    }

    [Fact]
    public void Nothing_on_a_page_posts_but_the_one_form_that_posts_to_itself()
    {
        foreach (var name in Catalogue.PageNames)
        {
            var posting = Show(PageModels.Full(name)).Forms.Where(form => form.GetAttribute("method") == "post").ToList();
            Assert.All(posting, form => Assert.Null(form.GetAttribute("action")));
            if (name == "staff-matching")
            {
                // The one page on which two things can be done, each with its own button.
                Assert.Equal(["Release 1 pair", "Match again"], posting.Select(f => f.QuerySelector("button[type=submit]")!.TextContent));
                continue;
            }

            Assert.All(posting, form => Assert.Equal("Send", form.QuerySelector("button[type=submit]")!.TextContent));
            Assert.True(posting.Count <= 1, name);
            Assert.DoesNotContain(Show(PageModels.Bare(name)).Forms, form => form.GetAttribute("method") == "post");
        }
    }

    [Fact]
    public void The_receipt_leads_to_the_email_check_without_posting()
    {
        var receipt = Show(PageModels.Full("receipt", PageModels.NoFields) with { SubmitLabel = "" });
        Assert.All(receipt.Forms, form => Assert.Equal("get", form.GetAttribute("method")));
        Assert.Equal("yes", receipt.QuerySelector("input[name=change]")!.GetAttribute("value"));
        Assert.Equal("yes", receipt.QuerySelector("input[name=read]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_page_that_lacks_a_value_says_which()
    {
        var page = PageModels.Full("receipt") with { Values = new Dictionary<string, object?>() };
        var failure = Assert.Throws<ArgumentException>(() => Templates.Pages.Render(page));
        Assert.Contains("pages/receipt.html(1,19)", failure.Message, StringComparison.Ordinal);
    }

    private static string Shape(IElement element) =>
        element.LocalName + string.Concat(element.Attributes.Select(attribute => " " + attribute.Name));
}
