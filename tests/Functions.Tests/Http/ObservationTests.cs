using System.Net;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>The reverse mentor sits in on a meeting, and gives their partner a card about it, for the two alone (N2).</summary>
public sealed class ObservationTests
{
    private const string Noticed = "The quietest was asked first";

    [Fact]
    public async Task A_card_is_written_from_your_mentoring_told_of_by_email_and_read_by_the_partner_alone()
    {
        await using var service = await ServiceAsync();
        var (cohort, mentor, mentee) = await PairAsync(service);
        var written = await service.Browser.SubmitAsync(await FromMineAsync(service, cohort, mentor, "Write down"), Card());
        Assert.Contains("Your partner has it", written.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        await service.RunToAsync("2023-04-13T12:00Z");
        var mail = await cohort.EmailAsync(mentee.Id, "observation-card");
        Assert.DoesNotContain(Noticed, mail.Text, StringComparison.Ordinal);
        var link = JudicialCohort.PathOf(mail.Links[0]);
        Assert.DoesNotContain(Noticed, (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Noticed, (await service.Browser.SubmitAsync(link, Forms.Address(mentor.Email))).Text,
            StringComparison.Ordinal);
        Assert.Contains(Noticed, (await service.Browser.SubmitAsync(link, Forms.Address(mentee.Email))).Text, StringComparison.Ordinal);
        var own = await service.Browser.SubmitAsync(await FromMineAsync(service, cohort, mentor, "Read the cards"),
            Forms.Address(mentor.Email));
        Assert.Contains("What you gave your partner", own.Text, StringComparison.Ordinal);

        using var owner = await StaffBrowser.OfOwnerAsync(service);
        var pair = await cohort.PairOfAsync(mentor.Id);
        foreach (var path in new[] { "", $"/pairs/{pair.Id}", "/audit", $"/people/{mentor.Id}", $"/people/{mentee.Id}", "/emails" })
        {
            var page = await owner.GetAsync($"console/cohorts/{JudicialCohort.Id}{path}");
            Assert.DoesNotContain(Noticed, page.Html, StringComparison.Ordinal);
        }

        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(mentor, "session-opening"), Forms.Withdrawal(mentor.Email));
        await service.SettleAsync();
        Assert.DoesNotContain(service.Documents.Values, d => d.Contains(Noticed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("helped", "Please write at least one thing")]
    [InlineData("clear", "Please make sure of this first")]
    public async Task Without_the_chairs_leave_or_a_word_nothing_is_sent_and_nothing_lost(string missing, string sentence)
    {
        await using var service = await ServiceAsync();
        var (cohort, mentor, _) = await PairAsync(service);
        var card = Card();
        card.Remove(missing);
        var refused = await service.Browser.SubmitAsync(await FromMineAsync(service, cohort, mentor, "Write down"), card);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Contains("Try the back row", refused.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("observation-card"));
    }

    [Fact]
    public async Task The_senior_person_writes_none_and_a_scheme_without_observations_speaks_of_none()
    {
        await using var service = await ServiceAsync();
        var (cohort, _, mentee) = await PairAsync(service);
        Assert.DoesNotContain("Write down what you noticed", await MineAsync(service, cohort, mentee), StringComparison.Ordinal);
        await using var without = await TestService.StartAsync();
        var (other, mentor, _) = await PairAsync(without);
        Assert.DoesNotContain("Sitting in on a meeting", await MineAsync(without, other, mentor), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Card() => new()
    {
        ["helped"] = Noticed,
        ["try"] = "Try the back row",
        ["clear"] = "yes",
    };

    private static Task<TestService> ServiceAsync() => OtherSchemes.ServiceAsync(s => s with { Observation = "Ask whoever chairs it." });

    private static async Task<(JudicialCohort Cohort, Person Mentor, Person Mentee)> PairAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-12T12:00Z");
        var people = await cohort.PeopleAsync();
        var mentor = people.First(p => p is { IsMentor: true, Portrait: not null });
        var pair = await cohort.PairOfAsync(mentor.Id);
        return (cohort, mentor, people.First(p => p.Id == pair.MenteeId));
    }

    private static async Task<string> MineAsync(TestService service, JudicialCohort cohort, Person person) =>
        (await service.Browser.SubmitAsync(
            await cohort.LinkAsync(person, "session-opening") + "?mine=yes", Forms.Address(person.Email))).Text;

    private static async Task<string> FromMineAsync(TestService service, JudicialCohort cohort, Person person, string words)
    {
        var page = new Rehearsal.People.WebForm(await MineAsync(service, cohort, person));
        return JudicialCohort.PathOf(page.LinkOf(words)!);
    }
}
