using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Tests.People;

public class EmailAddressTests
{
    [Theory]
    [InlineData("uma.jessop@example.org")]
    [InlineData("o'neil+mentoring@chambers.co.uk")]
    [InlineData("a@b.museum")]
    [InlineData("judge@xn--bcher-kva.example")]
    [InlineData("judge@xn--e1afmkfd.xn--p1ai")]
    public void A_plain_address_is_taken_as_it_stands(string text) => Assert.Equal(text, EmailAddress.Parse(text)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("uma")]
    [InlineData("uma@localhost")]
    [InlineData("@example.org")]
    [InlineData("uma@@example.org")]
    [InlineData("uma..jessop@example.org")]
    [InlineData(".uma@example.org")]
    [InlineData("uma.@example.org")]
    [InlineData("uma@-example.org")]
    [InlineData("uma@example..org")]
    [InlineData("uma@[127.0.0.1]")]
    [InlineData("uma@example.0rg")]
    public void What_no_message_can_be_sent_to_is_refused(string? text) => Assert.Null(EmailAddress.Parse(text));

    [Theory]
    [InlineData("uma@example.org\r\nBcc: all@example.org")]
    [InlineData("uma@example.org\nX: y")]
    [InlineData("uma@exam\nple.org")]
    [InlineData("uma%0d%0a@example.org\0")]
    [InlineData("uma @example.org")]
    public void An_address_can_bring_no_header_line(string text) => Assert.Null(EmailAddress.Parse(text));

    [Theory]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("a@example.org; b@example.org")]
    [InlineData("a@example.org b@example.org")]
    [InlineData("Uma Jessop <uma@example.org>")]
    [InlineData("\"Uma, Jessop\"@example.org")]
    [InlineData("uma@example.org (Uma)")]
    public void A_list_or_a_display_name_is_refused(string text) => Assert.Null(EmailAddress.Parse(text));

    [Theory]
    [InlineData("uma@bücher.example")]
    [InlineData("ümá@example.org")]
    [InlineData("uma@example.о\u0440g")]
    public void Letters_beyond_ASCII_are_refused_so_that_no_look_alike_gets_in(string text) => Assert.Null(EmailAddress.Parse(text));

    [Fact]
    public void Length_ends_where_mail_systems_end_it()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 3)) + ".org";
        Assert.NotNull(EmailAddress.Parse($"{new string('a', 64)}@{domain}"));
        Assert.Null(EmailAddress.Parse($"{new string('a', 65)}@example.org"));
        Assert.Null(
            EmailAddress.Parse($"{new string('a', 64)}@{domain.Replace(".org", $".{new string('e', 40)}.org", StringComparison.Ordinal)}"));
    }

    [Fact]
    public void White_space_around_it_is_dropped() => Assert.Equal("a@example.org", EmailAddress.Parse(" a@example.org\t")?.Value);

    [Fact]
    public void Two_spellings_that_differ_in_case_are_one_address() =>
        Assert.Equal(EmailAddress.Parse("Uma@Example.org")!.Key, EmailAddress.Parse("uma@example.ORG")!.Key);

    [Fact]
    public void An_address_does_not_show_itself_where_text_is_made_of_it() =>
        Assert.Equal("(an email address)", $"{EmailAddress.Parse("uma@example.org")}");
}
