using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Adapters.Mail;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Whoever may move a person to another address must learn nothing by it, and change nothing that was written.</summary>
public sealed class MovedAddressTests
{
    private const string Own = "PRIVATE-OWN";
    private const string Shared = "SHARED-BY-PARTNER";
    private const string Elsewhere = "somebody.else@example.org";

    [Fact]
    public async Task Nothing_written_before_can_be_read_through_links_to_the_new_address()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        var typed = Forms.Address(Elsewhere);
        foreach (var link in new[] { await cohort.LinkAsync(person, "fresh-link"), await ReflectionLinkAsync(service, person) })
        {
            foreach (var page in new[]
            {
                await service.Browser.AskAsync(link),
                await service.Browser.AskAsync($"{link}?read"),
                await service.Browser.AskAsync($"{link}?change"),
                await service.Browser.SubmitAsync($"{link}?read", typed),
                await service.Browser.SubmitAsync($"{link}?change", typed),
                await service.Browser.SubmitAsync(link, typed),
            })
            {
                Assert.DoesNotContain(Own, page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(Shared, page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task From_the_persons_own_address_they_can_say_that_the_new_one_is_theirs_and_it_opens()
    {
        await using var service = await TestService.StartAsync();
        var (_, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        var confirm = Assert.Single(await LinksToAsync(service, person.Email));
        Assert.Contains("Is the new address yours?", (await service.Browser.AskAsync(confirm)).Text, StringComparison.Ordinal);
        Assert.Contains("Confirmed", (await service.Browser.SubmitAsync(confirm, new Dictionary<string, string>())).Text,
            StringComparison.Ordinal);
        var link = await ReflectionLinkAsync(service, person);
        Assert.Contains(Own, (await service.Browser.SubmitAsync($"{link}?read", Forms.Address(Elsewhere))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_coordinator_chose_confirms_nothing_and_moved_back_they_read_their_own()
    {
        await using var service = await TestService.StartAsync();
        var (_, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        var first = Assert.Single(await LinksToAsync(service, person.Email));
        await MoveAsync(service, person, "third@example.org");
        Assert.Empty(await LinksToAsync(service, Elsewhere));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync(first)).Status);
        await MoveAsync(service, person, person.Email);
        var link = await ReflectionLinkAsync(service, person);
        Assert.Contains(Own, (await service.Browser.SubmitAsync($"{link}?read", Forms.Address(person.Email))).Text,
            StringComparison.Ordinal);
    }

    /// <summary>Links in the emails that say to an address that it is no longer written to.</summary>
    private static async Task<IReadOnlyList<string>> LinksToAsync(TestService service, string address)
    {
        await service.SettleAsync();
        return [.. Directory.GetFiles(service.Emails, "*.eml").Select(Envelope.Open)
            .Where(e => e.To.Contains(address, StringComparison.OrdinalIgnoreCase)
                && e.Text.Contains("no longer work", StringComparison.Ordinal))
            .SelectMany(e => e.Links).Select(JudicialCohort.PathOf)];
    }

    [Fact]
    public async Task Nor_where_the_process_died_between_storing_a_reflection_and_noting_that_it_is_there()
    {
        await using var service = await TestService.StartAsync();
        var (_, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        await service.Store.UpdateAsync<Person>(
            JudicialCohort.Id, person.Id, p => p with { Reflected = new Dictionary<int, DateTimeOffset>() }, default);
        var link = await ReflectionLinkAsync(service, person);
        var form = await service.Browser.SubmitAsync($"{link}?change", Forms.Address(Elsewhere));
        Assert.Contains("textarea", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Own, form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_after_the_move_can_be_read_at_the_new_address()
    {
        await using var service = await TestService.StartAsync();
        var (_, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        await service.RunToAsync("2023-06-01T09:30Z");
        var second = await ReflectionLinkAsync(service, person, 2);
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.SubmitAsync(second, Forms.Reflection("AFTER", "only-me"))).Status);
        var read = await service.Browser.SubmitAsync($"{second}?read", Forms.Address(Elsewhere));
        Assert.Contains("AFTER", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Own, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_from_before_is_not_overwritten_from_the_new_address_and_what_was_typed_comes_back()
    {
        await using var service = await TestService.StartAsync();
        var (_, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        var reply = await service.Browser.SubmitAsync(await ReflectionLinkAsync(service, person), Forms.Reflection("MALLORY", "only-me"));
        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Contains("MALLORY", reply.Text, StringComparison.Ordinal);
        Assert.Contains("You answered this from another address", reply.Text, StringComparison.Ordinal);
        var stored = string.Join('\n', service.Documents.Values);
        Assert.DoesNotContain("MALLORY", stored, StringComparison.Ordinal);
        Assert.Contains(Own, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_addresses_are_told_once_and_the_record_says_who_was_moved_without_either_address()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, person) = await WroteAsync(service);
        await MoveAsync(service, person, Elsewhere);
        await MoveAsync(service, person, Elsewhere);
        var told = (await cohort.SentAsync("address-changed"))
            .Select(m => Envelope.Open(Path.Combine(service.Emails, PickupFile.NameOf($"{JudicialCohort.Id}-{m.Id}")))).ToList();
        Assert.Equal([Elsewhere, person.Email], told.Select(e => e.To).Order(StringComparer.Ordinal));
        var change = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}")).Json.GetProperty("changes")[0].GetRawText();
        Assert.Contains(person.Id, change, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", change, StringComparison.Ordinal);
    }

    private static async Task<(JudicialCohort, Person)> WroteAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(person, "reflection-opening", Forms.Reflection(Own, "only-me"));
        var partnerId = (await cohort.PairOfAsync(person.Id)).PartnerOf(person.Id);
        var partner = (await cohort.PeopleAsync()).First(p => p.Id == partnerId);
        await cohort.AnswerAsync(partner, "reflection-opening", Forms.Reflection(Shared, "my-partner"));
        var own = await service.Browser.SubmitAsync(
            $"{await cohort.LinkAsync(person, "reflection-opening")}?read", Forms.Address(person.Email));
        Assert.Contains(Own, own.Text, StringComparison.Ordinal);
        Assert.Contains(Shared, own.Text, StringComparison.Ordinal);
        return (cohort, person);
    }

    /// <summary>A link as one of the person's later emails would carry it.</summary>
    private static async Task<string> ReflectionLinkAsync(TestService service, Person person, int number = 1)
    {
        var link = await service.Host.Services.GetRequiredService<LinkMinter>().MintAsync(
            new LinkGrant
            {
                CohortId = JudicialCohort.Id,
                Id = "",
                PersonId = person.Id,
                Purpose = "reflection",
                Number = number,
                Expires = DateTimeOffset.MaxValue,
            },
            default);
        return JudicialCohort.PathOf(link.ToString());
    }

    private static async Task MoveAsync(TestService service, Person person, string address)
    {
        var reply = await service.Api.SendToAsync(
            HttpMethod.Put,
            $"api/cohorts/{JudicialCohort.Id}/people/{person.Id}/address",
            new StringContent($$"""{"email":"{{address}}","reason":"x"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        await service.SettleAsync();
    }
}
