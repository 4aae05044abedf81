using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Mail;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public partial class EmailTemplateTests
{
    private static readonly string[] Roles = ["reverse mentor", "reverse mentee", "reverse mentor and reverse mentee", "coordinator"];

    [Fact]
    public void Every_email_template_has_a_model_here_and_every_model_a_template() =>
        Assert.Equal(Catalogue.EmailNames, EmailModels.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_of_values_names_every_email_and_page()
    {
        var table = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.All(Catalogue.EmailNames.Concat(Catalogue.PageNames), name => Assert.Contains($"`{name}`", table, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Every_email_renders_for_every_role_with_all_its_values_and_with_as_few_as_may_be(string template)
    {
        foreach (var role in Roles)
        {
            foreach (var model in new[] { EmailModels.Full(template, role), EmailModels.Bare(template, role) })
            {
                var email = Emails.Render(template, model);
                Assert.NotEmpty(email.Subject);
                Assert.DoesNotContain('\n', email.Subject);
                Assert.DoesNotContain("{{", email.Text + email.Html + email.Subject, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Every_footer_says_why_who_sees_how_long_whom_to_ask_and_whom_to_call(string template)
    {
        var model = EmailModels.Full(template);
        var email = Emails.Render(template, model);
        var html = Parse(email.Html).Body!.TextContent;
        string Of(string member, string name) => EmailModels.Text(model, member, name);
        var forCoordinator = Of("footer", "reason") == "coordinates";
        string[] forPeople =
        [
            Of("footer", "who_sees"), Of("scheme", "support_line_name"), Of("scheme", "support_line_phone"),
                Of("scheme", "support_line_note"),
        ];
        Assert.All(forPeople, part => Assert.Equal(!forCoordinator, email.Text.Contains(part, StringComparison.Ordinal)));
        foreach (var part in new[]
        {
            Of("footer", "reason") switch
            {
                "coordinates" => "You get this email because you coordinate ",
                "has-left" => "You get this last email because you were invited to ",
                "applies" => "You get this email because your address was given for an application to ",
                "put-forward" => "You get this email because you were put forward for ",
                _ => "You get this email because you take part in ",
            } + $"{Of("cohort", "name")}.",
            $"works until {Of("footer", "link_until")}", Of("scheme", "contact_name"),
            Of("scheme", "contact_email").Replace("mailto:", "", StringComparison.Ordinal),
        }.Concat(forCoordinator ? [] : forPeople))
        {
            Assert.Contains(part, email.Text, StringComparison.Ordinal);
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Every_email_says_what_to_do(string template) =>
        Assert.Matches("What to do:|What it is for:|What happens next:", Emails.Render(template, EmailModels.Full(template)).Text);

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void No_partner_and_no_role_shows_on_a_lock_screen(string template)
    {
        foreach (var role in Roles)
        {
            var email = Emails.Render(template, EmailModels.Full(template, role));
            var preheader = Parse(email.Html).QuerySelector(".preheader")!.TextContent;
            var shown = email.Subject + "\n" + preheader + "\n" + email.Text[..Math.Min(email.Text.Length, 150)];
            var own = role == "reverse mentee" ? "j1" : "m1";
            foreach (var hidden in new[] { "m1", "j1" }.Where(id => id != own || EmailModels.IsForCoordinators(template)))
            {
                Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal);
            }

            if (!EmailModels.IsForCoordinators(template))
            {
                Assert.DoesNotMatch(RoleWord(), string.Join('\n', [email.Subject, preheader, .. email.Text.Split('\n').Take(3)]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void The_text_part_reads_as_plain_text_with_links_on_lines_of_their_own(string template)
    {
        var text = Emails.Render(template, EmailModels.Full(template)).Text;
        Assert.DoesNotMatch(@"\]\(|\*\*|^#|\\|<|\n\n\n|[ \t]\n", text);
        foreach (var line in text.Split('\n').Where(line => line.Contains("https://", StringComparison.Ordinal)))
        {
            Assert.Contains(line, EmailModels.LinksIn(EmailModels.Full(template)).Select(link => link.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void Both_parts_say_the_same_and_have_the_same_links(string template)
    {
        var email = Emails.Render(template, EmailModels.Full(template));
        var page = Parse(email.Html);
        foreach (var link in new[] { EmailModels.Page, EmailModels.Withdraw })
        {
            var isInHtml = page.Links.Any(anchor => Same(anchor.GetAttribute("href")!, link));
            Assert.Equal(email.Text.Contains(link.ToString(), StringComparison.Ordinal), isInHtml);
        }

        foreach (var anchor in page.QuerySelectorAll("a[href^=https]"))
        {
            anchor.TextContent += anchor.GetAttribute("href");
        }

        // What the frame says of itself: the letterhead, the subject as a heading, and a second time what to do, for the inbox.
        foreach (var ofFrame in page.QuerySelectorAll(".preheader, .letterhead, h1"))
        {
            ofFrame.Remove();
        }

        var text = email.Text.Replace("\n- ", "\n", StringComparison.Ordinal).Replace(new string('-', 40), "", StringComparison.Ordinal);
        Assert.Equal(Words(page.Body!.TextContent), Words(text));
    }

    [Theory]
    [MemberData(nameof(EmailNames), MemberType = typeof(Templates))]
    public void The_HTML_part_has_a_language_and_a_title_and_loads_nothing(string template)
    {
        var email = Emails.Render(template, EmailModels.Full(template));
        var page = Parse(email.Html);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(email.Subject, page.Title);
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe, object, form, [src], [background]"));
        Assert.DoesNotContain("url(", email.Html, StringComparison.Ordinal);
    }

    /// <summary>Brackets are percent-encoded in Markdown; that is the same address.</summary>
    private static bool Same(string href, Link link) => Uri.UnescapeDataString(href) == link.ToString();

    private static string Words(string text) => string.Concat(Uri.UnescapeDataString(text).Where(c => !char.IsWhiteSpace(c) && c != ':'));

    [GeneratedRegex(@"reverse ment(or|ee)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoleWord();
}
