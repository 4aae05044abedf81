using System.Net;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>A form that was begun can be finished later, on another device, by whoever types the person's address (L3).</summary>
public sealed class DraftTests
{
    private const string Begun = "Half of what I mean to say";

    [Fact]
    public async Task What_was_saved_is_taken_up_again_after_the_address_and_gone_once_it_is_sent()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person, link) = await SavedAsync(service);
        var question = await service.Browser.AskAsync(link);
        Assert.DoesNotContain(Begun, question.Text, StringComparison.Ordinal);
        Assert.Contains("what you saved on", question.Text, StringComparison.Ordinal);
        var form = await service.Browser.SubmitAsync(link, Forms.Address(person.Email));
        Assert.Contains(Begun, Templates.Parse(form.Text).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var answer = new Dictionary<string, string>(Forms.Portrait(person.Name)) { ["address"] = person.Email };
        Assert.Contains("Received", (await service.Browser.SubmitAsync(link, answer)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await service.Store.ListAsync<FormDraft>(JudicialCohort.Id, FormDraft.DocumentKind, default));
        Assert.NotNull((await cohort.PersonAsync(person.Email)).Portrait);
    }

    [Fact]
    public async Task Saving_sends_nothing_and_its_page_says_so()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person, link) = await SavedAsync(service);
        var page = await service.Browser.AskAsync($"{link}?saved=yes");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("not been sent", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Begun, page.Text, StringComparison.Ordinal);
        Assert.Null((await cohort.PersonAsync(person.Email)).Portrait);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mallory@example.org")]
    public async Task Whoever_has_a_forwarded_link_neither_sees_a_draft_nor_puts_another_in_its_place(string address)
    {
        await using var service = await TestService.StartAsync();
        var (_, _, link) = await SavedAsync(service);
        var other = Forms.Portrait("Mallory");
        other["later"] = "yes";
        var asked = await service.Browser.SubmitAsync(link, other);
        Assert.Contains("There is an answer already.", asked.Text, StringComparison.Ordinal);
        other["address"] = address;
        var refused = await service.Browser.SubmitAsync(link, other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain(Begun, asked.Text + refused.Text, StringComparison.Ordinal);
        Assert.Contains(Begun, string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_is_there_for_whoever_saved_nothing()
    {
        await using var service = await TestService.StartAsync();
        var (_, _, link) = await SavedAsync(service);
        var form = Templates.Parse((await service.Browser.AskAsync($"{link}?new=yes")).Text);
        Assert.All(form.QuerySelectorAll("textarea"), t => Assert.Equal("", t.TextContent.Trim()));
    }

    [Fact]
    public async Task A_draft_goes_with_its_person()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person, _) = await SavedAsync(service);
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "invitation"), Forms.Withdrawal(person.Email));
        await service.SettleAsync();
        Assert.DoesNotContain(Begun, string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_leads_to_its_receipt_so_that_reload_and_back_do_no_harm()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        using var plain = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false })
        { BaseAddress = service.Browser.BaseAddress };
        using var form = new FormUrlEncodedContent(Forms.Portrait(person.Name));
        var reply = await plain.SendToAsync(HttpMethod.Post, link, form);
        Assert.Equal((HttpStatusCode.SeeOther, $"{link}?receipt=yes"), (reply.Status, reply.Location!.ToString()));
        Assert.Contains("Recorded on", (await plain.AskAsync(reply.Location!.ToString())).Text, StringComparison.Ordinal);
    }

    private static async Task<(JudicialCohort Cohort, Person Person, string Link)> SavedAsync(TestService service)
    {
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["role_and_experience"] = Begun, ["later"] = "yes" };
        Assert.Contains("Saved for later", (await service.Browser.SubmitAsync(link, typed)).Text, StringComparison.Ordinal);
        return (cohort, person, link);
    }
}
