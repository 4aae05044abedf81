using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Mail;

namespace ReverseMentoring.Functions.Tests.Settings;

public class MailOptionsTests
{
    [Fact]
    public void Good_options_have_no_problems()
    {
        Assert.Empty(Emails.Options("out/mail").Problems());
        Assert.Empty(Emails.Smtp(25).Problems());
    }

    [Fact]
    public void Each_wrong_setting_is_named()
    {
        AssertProblem("Mail:FromAddress", Emails.Options() with { FromAddress = "Team <x@example.org>" });
        AssertProblem("Mail:Folder", Emails.Options(""));
        AssertProblem("Mail:Host", Emails.Smtp(25) with { Host = "" });
        AssertProblem("Mail:Port", Emails.Smtp(0));
        AssertProblem("Mail:EnableTls", Emails.Smtp(25) with { UserName = "team", Password = "secret" });
        AssertProblem("Mail:AllowedDomains", Emails.Options() with { AllowedDomains = ["@example.org"] });
        AssertProblem("Mail:AllowedDomains", Emails.Options() with { AllowedDomains = ["example.org", "*"] });
        AssertProblem("Mail:AllowedDomains", Acs);
        AssertProblem("Mail:Endpoint", Acs with { AllowedDomains = ["*"], Endpoint = "http://acs.example.org" });
    }

    [Fact]
    public void With_communication_services_it_has_to_be_said_who_may_get_mail_and_a_star_means_everybody()
    {
        Assert.Empty((Acs with { AllowedDomains = ["*"] }).Problems());
        Assert.False((Acs with { AllowedDomains = ["*"] }).IsLimited);
        Assert.Empty((Acs with { AllowedDomains = ["example.org"] }).Problems());
        Assert.True((Acs with { AllowedDomains = ["example.org"] }).IsLimited);
    }

    private static MailOptions Acs => new() { Mode = MailMode.Acs, Endpoint = "https://acs.example.org", FromAddress = "team@example.org" };

    private static void AssertProblem(string setting, MailOptions options)
    {
        var problem = Assert.Single(options.Problems());
        Assert.StartsWith(setting, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org", true)]
    [InlineData("ada@EXAMPLE.org", true)]
    [InlineData("ada@mail.example.org", false)]
    [InlineData("ada@badexample.org", false)]
    [InlineData("ada@example.org@evil.example", false)]
    [InlineData("example.org", false)]
    public async Task Only_listed_domains_get_mail_outside_production(string to, bool sent)
    {
        var inner = new Counting();
        var outcome = await new AllowListSender(inner, ["example.org"]).SendAsync(Emails.Plain with { To = to }, default);
        Assert.Equal(sent ? 1 : 0, inner.Sent);
        Assert.Equal(sent ? new SendOutcome.Accepted() : new SendOutcome.Refused("recipient domain not on the allow-list"), outcome);
    }

    private sealed class Counting : ISendMail
    {
        public int Sent { get; private set; }

        public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
        {
            Sent++;
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted());
        }
    }
}
