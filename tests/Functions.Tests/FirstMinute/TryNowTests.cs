using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost.Here;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

public sealed class TryNowTests
{
    [Fact]
    public async Task Pressing_the_button_brings_an_invitation_to_everybody_within_a_minute()
    {
        await using var service = await Newcomer.StartAsync();
        var pressed = await service.TryAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/?begun=try-now"), (pressed.Status, pressed.Location!.OriginalString));
        var people = (await service.Store.ListAsync<Person>(Newcomer.FirstId, Person.DocumentKind, default)).Select(p => p.Value).ToList();
        Assert.Equal((4, 4), (people.Count(p => p.IsMentor), people.Count(p => p.IsMentee)));
        Assert.Equal(8, service.Files().Length);
        var home = await service.LookAsync("?begun=try-now");
        Assert.Contains("has begun", home.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None of 8 so far", home.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("8 sent", home.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var service = await Newcomer.StartAsync();
        await service.TryAsync();
        var (documents, files) = (service.Documents, service.Files());
        var email = Path.GetFileNameWithoutExtension(files[0]);
        string[] paths = ["", "?begun=try-now-2", "try-now", "try-now?number=2", "emails", $"emails/{email}", $"emails/{email}/html"];
        foreach (var path in paths)
        {
            await service.Browser.AskAsync(path);
            await service.Browser.HeadAsync(path);
        }

        await service.SettleAsync();
        Assert.Equal(documents, service.Documents);
        Assert.Equal(files, service.Files());
    }

    [Fact]
    public async Task Pressing_one_button_twice_makes_one_cohort_and_the_next_button_a_second()
    {
        await using var service = await Newcomer.StartAsync();
        var button = Newcomer.Fields(Assert.Single((await service.LookAsync("")).Forms));
        var presses = await Task.WhenAll(service.Browser.SubmitAsync("try-now", button), service.Browser.SubmitAsync("try-now", button));
        await service.SettleAsync();
        Assert.All(presses, p => Assert.Equal("/?begun=try-now", p.Location!.OriginalString));
        Assert.Equal(["try-now"], await service.Store.ListCohortsAsync(default));
        Assert.Equal(8, service.Files().Length);

        Assert.Equal("/?begun=try-now-2", (await service.TryAsync()).Location!.OriginalString);
        Assert.Equal(["try-now", "try-now-2"], await service.Store.ListCohortsAsync(default));
        Assert.Equal(16, service.Files().Length);
    }

    [Fact]
    public async Task One_that_a_crash_left_half_made_is_finished_by_the_next_press()
    {
        await using var service = await Newcomer.StartAsync();
        using (var definition = service.Host.Services.GetRequiredService<TryNowDefinition>().At(1, service.Clock.GetUtcNow()))
        {
            Assert.Equal(HttpStatusCode.Created, (await service.Api.TellAsync("api/cohorts", definition.RootElement)).Status);
        }

        Assert.Contains("Not started", (await service.LookAsync("")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/?begun=try-now", (await service.TryAsync()).Location!.OriginalString);
        Assert.Equal(8, service.Files().Length);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://elsewhere.example.org", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Accept", "*/*", HttpStatusCode.SeeOther)]
    public async Task A_page_from_elsewhere_cannot_press_the_button(string header, string value, HttpStatusCode expected)
    {
        await using var service = await Newcomer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "try-now");
        request.Headers.Add(header, value);
        using var response = await service.Browser.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.SeeOther ? 1 : 0, (await service.Store.ListCohortsAsync(default)).Count);
    }

    [Fact]
    public void Its_dates_hold_on_every_day_and_at_every_odd_hour_of_two_years()
    {
        var sample = new TryNowDefinition(Path.Combine(AppContext.BaseDirectory, "try-now"));
        for (var now = new DateTimeOffset(2027, 1, 1, 0, 29, 30, TimeSpan.Zero); now.Year < 2029; now += TimeSpan.FromMinutes(7 * 60 + 30))
        {
            using var definition = sample.At(3, now);
            var read = CohortDefinitionReader.Read(FieldReader.Of(definition.RootElement));
            Assert.Empty(read.Problems);
            var zone = read.Value!.Zone;
            var (opens, deadline) = (zone.ToInstant(read.Value.EnrolmentOpens), zone.ToInstant(read.Value.PortraitDeadline));
            Assert.True(opens <= now, $"{now:u}: enrolment would open only at {opens:u}.");
            Assert.InRange(deadline - now, TimeSpan.FromHours(16), TimeSpan.FromHours(42));
            Assert.Equal(("try-now-3", "A cohort to try 3"), (read.Value.Id, read.Value.Name));
        }
    }

    [Fact]
    public async Task When_all_have_answered_each_finds_a_partner()
    {
        await using var service = await Newcomer.StartAsync();
        await service.TryAsync();
        foreach (var file in service.Files())
        {
            var link = Rehearsal.People.Envelope.Open(file).Links[0];
            var answer = await service.Browser.SubmitAsync(JudicialCohort.PathOf(link), Forms.Portrait("Somebody invented"));
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        }

        await service.Host.RunUntilAsync(service.Clock.GetUtcNow().AddDays(2));
        var proposed = await service.Api.AskAsync("api/cohorts/try-now/matching");
        Assert.Equal(4, proposed.Json.GetProperty("pairs").GetArrayLength());
        var settled = await service.Store.ListAsync<OutboxMail>(Newcomer.FirstId, OutboxMail.SettledKind, default);
        Assert.Contains(settled, m => m.Value.Template == "matches-proposed");
    }
}
