using ReverseMentoring.Functions.Rendering;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.Rendering;

public class TemplateEmailsTests
{
    [Fact]
    public void A_missing_value_is_an_error_that_quotes_the_template_and_no_value()
    {
        var model = EmailModels.Full("session-check");
        model["session"] = new Dictionary<string, object?> { ["number"] = "Robin Partner" };
        var failure = Assert.Throws<ArgumentException>(() => Emails.Render("session-check", model));
        Assert.Contains("emails/session-check.md(6,61)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'of'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-email")]
    [InlineData("../pages/frame")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void There_is_no_email_outside_the_folder(string template) =>
        Assert.Throws<ArgumentException>(() => Emails.Render(template, EmailModels.Full("fresh-link")));

    [Fact]
    public void A_value_that_is_not_ready_to_read_is_refused()
    {
        var model = EmailModels.Full("not-matched");
        model["kept_until"] = new DateOnly(2024, 3, 28);
        var failure = Assert.Throws<ArgumentException>(() => Emails.Render("not-matched", model));
        Assert.Contains("kept_until", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plus+rm@example.org or 07700 900123", "plus+rm@example.org", "mailto:plus%2Brm@example.org")]
    [InlineData("jo#1@example.org", "jo#1@example.org", "mailto:jo%231@example.org")]
    [InlineData("write to a/b?c@example.org.", "a/b?c@example.org", "mailto:a%2Fb%3Fc@example.org")]
    [InlineData("me@example.org, or (at home) me@home.example.org", "me@home.example.org", "mailto:me@home.example.org")]
    public void An_address_inside_a_contact_can_be_copied_and_written_to_in_text_and_in_html(string contact, string address, string href)
    {
        var model = EmailModels.Full("introduction");
        model["partner"] = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)model["partner"]!)
        {
            ["contact"] = Domain.Programme.TemplateValues.MailOrText(contact),
        };
        var email = Emails.Render("introduction", model);
        Assert.Contains($"How to reach them: {contact}", email.Text.Replace("\u2060", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains(address, email.Text, StringComparison.Ordinal);
        var link = Parse(email.Html).QuerySelectorAll("a[href^=mailto]").First(a => a.TextContent == address);
        Assert.Equal(Uri.UnescapeDataString(href), Uri.UnescapeDataString(link.GetAttribute("href")!));
        Assert.DoesNotContain(link.GetAttribute("href")!["mailto:".Length..], c => c is '#' or '?' or '/');
    }

    [Fact]
    public void A_link_that_is_neither_web_nor_mail_is_refused()
    {
        var model = EmailModels.Full("fresh-link");
        model["link"] = new Domain.Mail.Link(new Uri("javascript:alert(1)"));
        Assert.Throws<ArgumentException>(() => Emails.Render("fresh-link", model));
    }

    [Fact]
    public void An_email_that_asks_for_something_does_not_leave_without_its_link()
    {
        foreach (var template in EmailModels.NeedingLink)
        {
            var model = EmailModels.Full(template);
            model["link"] = null;
            var failure = Assert.Throws<ArgumentException>(() => Emails.Render(template, model));
            Assert.Contains("link", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Hello", "1,1")]
    [InlineData("---\ntitle: x\n---\nHello", "1,1")]
    [InlineData("---\nsubject: x\nreply: y\n---\nHello", "1,1")]
    [InlineData("---\nsubject: {{ x\n---\nHello", "2,")]
    [InlineData("---\nsubject: x\n---\nHello\n{{ if x }}Hello", "5,")]
    [InlineData("---\nsubject: x\n---\nHello\n\n{{ for }}", "6,")]
    [InlineData("---\nsubject: x\n---\nHello\n{{ missing }}", "5,4")]
    [InlineData("---\nsubject: x\n---\nHello\n{{ 'a' | no_such_function }}", "5,")]
    [InlineData("---\nsubject: x\n---\nHello\n{{ include 'emails/_footer.md' }}", "5,4")]
    public void A_faulty_template_says_in_which_file_and_line(string text, string place)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "en-GB", "emails"));
        File.WriteAllText(Path.Combine(folder, "en-GB", "emails", "faulty.md"), text);
        File.WriteAllText(Path.Combine(folder, "en-GB", "emails", "_footer.md"), "");
        var emails = new TemplateEmails(folder, Look);
        var failure = Assert.Throws<ArgumentException>(() => emails.Render("faulty", new Dictionary<string, object?>()));
        Assert.Contains($"emails/faulty.md({place}", failure.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void One_renderer_serves_many_threads_without_mixing_people_up() =>
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var full = EmailModels.Full("introduction");
            var partner = EmailModels.Text(full, "partner", "name");
            var model = EmailModels.WithTexts(full, text => text == partner ? $"Partner {i} only" : text);
            Assert.Contains($"\nPartner {i} only\n", Emails.Render("introduction", model).Text, StringComparison.Ordinal);
        });

    [Fact]
    public void The_same_values_give_the_same_email()
    {
        var model = EmailModels.Full("introduction");
        Assert.Equal(
            new TemplateEmails(Folder, Look).Render("introduction", model), new TemplateEmails(Folder, Look).Render("introduction", model));
    }
}
