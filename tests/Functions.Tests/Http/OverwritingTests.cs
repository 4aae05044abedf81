using System.Net;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>One rule for showing an answer and for putting another in its place: the person's own address.</summary>
public sealed class OverwritingTests
{
    [Fact]
    public async Task Whoever_has_a_forwarded_link_does_not_overwrite_a_pen_portrait()
    {
        await using var service = await TestService.StartAsync();
        var (person, link) = await AnsweredAsync(service);
        var reply = await service.Browser.SubmitAsync(link, Mallory(person));
        Assert.Contains("There is an answer already.", reply.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "", "mallory@example.org" })
        {
            var along = Hidden(reply);
            along["address"] = address;
            reply = await service.Browser.SubmitAsync(link, along);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        }

        Assert.Equal("Mallory", Hidden(reply)["name"]);
        Assert.DoesNotContain("Mallory", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_second_device_an_answer_is_put_in_the_place_of_the_first_once_the_address_is_typed()
    {
        await using var service = await TestService.StartAsync();
        var (person, link) = await AnsweredAsync(service);
        var along = Hidden(await service.Browser.SubmitAsync(link, Mallory(person)));
        along["address"] = person.Email;
        Assert.Contains("received", (await service.Browser.SubmitAsync(link, along)).Text, StringComparison.OrdinalIgnoreCase);
        var stored = await service.Store.FindAsync<Person>(JudicialCohort.Id, person.Id, default);
        Assert.Equal("Mallory", stored!.Value.Portrait!.Name);
    }

    [Fact]
    public async Task Whoever_changes_their_answer_types_the_address_once()
    {
        await using var service = await TestService.StartAsync();
        var (person, link) = await AnsweredAsync(service);
        var form = await service.Browser.SubmitAsync($"{link}?change", Forms.Address(person.Email));
        var changed = Mallory(person);
        changed["address"] = Hidden(form)["address"];
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.SubmitAsync(link, changed)).Status);
        Assert.Equal("Mallory", (await service.Store.FindAsync<Person>(JudicialCohort.Id, person.Id, default))!.Value.Portrait!.Name);
    }

    [Fact]
    public async Task A_second_press_of_the_button_finds_the_receipt()
    {
        await using var service = await TestService.StartAsync();
        var (person, link) = await AnsweredAsync(service);
        var again = await service.Browser.SubmitAsync(link, Forms.Portrait(person.Name));
        Assert.DoesNotContain("There is an answer already.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name", Hidden(again).Keys);
    }

    [Fact]
    public async Task Whoever_guesses_an_answer_later_is_not_told_that_the_guess_is_right()
    {
        await using var service = await TestService.StartAsync();
        var (person, link) = await AnsweredAsync(service);
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        var guess = await service.Browser.SubmitAsync(link, Forms.Portrait(person.Name));
        Assert.Contains("There is an answer already.", guess.Text, StringComparison.Ordinal);
    }

    private static async Task<(Person, string)> AnsweredAsync(TestService service)
    {
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        return (person, await cohort.LinkAsync(person, "invitation"));
    }

    private static Dictionary<string, string> Mallory(Person person) => new(Forms.Portrait(person.Name)) { ["name"] = "Mallory" };

    private static Dictionary<string, string> Hidden(Reply reply) => Templates.Parse(reply.Text).QuerySelectorAll("input[type=hidden]")
        .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!, StringComparer.Ordinal);
}
