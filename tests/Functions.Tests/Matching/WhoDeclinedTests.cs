using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Matching;

/// <summary>What the people who run a cohort can see is the same whoever said no, and if nobody said anything (S3).</summary>
public sealed partial class WhoDeclinedTests
{
    /// <summary>Before and after each answer, when each of the two could have answered, and at the launch.</summary>
    private static readonly string[] Moments =
    [
        "2023-02-28T12:00Z", "2023-03-01T12:00Z", "2023-03-04T17:00Z", "2023-03-06T16:40Z", "2023-03-08T17:00Z", "2023-03-13T16:25Z",
        "2023-03-13T16:40Z", "2023-03-27T12:00Z",
    ];

    /// <summary>Ways to come to nothing after which the same two wish to be considered again: they look the same for ever.</summary>
    [Theory]
    [InlineData(ConsentMode.MentorFirst, "", "ann decline-and-stop")]
    [InlineData(ConsentMode.MentorFirst, "ann agree", "ann decline-and-wait", "ann agree, eve decline-and-stop")]
    [InlineData(ConsentMode.Both, "", "ann decline-and-stop", "eve decline-and-stop", "eve decline-and-stop, ann decline-and-stop")]
    [InlineData(
        ConsentMode.Both, "ann agree", "ann decline-and-wait", "ann agree, eve decline-and-stop", "eve decline-and-stop, ann agree")]
    [InlineData(ConsentMode.Both, "ann agree, eve decline-and-wait", "ann decline-and-wait, eve agree", "eve decline-and-wait, ann agree")]
    public async Task Status_matching_reasons_and_emails_to_the_coordinator_are_the_same_at_every_moment(
        ConsentMode consent, string one, params string[] others)
    {
        var expected = await SeenAsync(consent, one);
        Assert.Contains("\"not-available\"", expected[^1], StringComparison.Ordinal);
        foreach (var other in others)
        {
            AssertSame(expected, await SeenAsync(consent, other), Moments.Length, $"{other} instead of {one}");
        }
    }

    [Theory]
    [InlineData(ConsentMode.MentorFirst, 6, "ann decline-and-wait", "ann agree, eve decline-and-wait")]
    [InlineData(
        ConsentMode.Both, 3, "ann decline-and-wait", "ann agree, eve decline-and-wait", "eve decline-and-wait, ann decline-and-stop")]
    public async Task Until_the_last_could_have_answered_everything_looks_as_if_nobody_had_answered(
        ConsentMode consent, int moments, params string[] answers)
    {
        var silent = await SeenAsync(consent, "");
        foreach (var given in answers)
        {
            AssertSame(silent, await SeenAsync(consent, given), moments, given);
        }
    }

    [Fact]
    public async Task Whoever_agreed_reads_that_they_did_until_the_match_is_given_up_and_hears_of_no_decline_before()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("ann@example.org", "agree");
        var link = await cohort.LinkAsync("ann@example.org", "match-offer");
        var before = await service.Browser.AskAsync(link);
        await cohort.ChooseAsync("eve@example.org", "decline-and-wait");
        Assert.Equal(before.Text, (await service.Browser.AskAsync(link)).Text);
        await service.RunToAsync("2023-03-13T16:25Z");
        Assert.Equal(["match-offer"], await cohort.GotAsync("ann@example.org"));
        await service.RunToAsync("2023-03-13T16:40Z");
        Assert.Equal(["match-not-available", "match-offer"], await cohort.GotAsync("ann@example.org"));
    }

    /// <summary>One text for each moment, ids and instants of writing taken out.</summary>
    private static async Task<IReadOnlyList<string>> SeenAsync(ConsentMode consent, string answers)
    {
        await using var service = await FirmCohort.ServiceAsync(consent);
        var cohort = await FirmCohort.AskedAsync(service);
        var seen = new List<string>();
        var left = new Queue<string>(answers.Split(", ", StringSplitOptions.RemoveEmptyEntries));
        foreach (var moment in Moments)
        {
            await service.RunToAsync(moment);
            if (left.TryDequeue(out var answer))
            {
                await cohort.ChooseAsync($"{answer.Split(' ')[0]}@example.org", answer.Split(' ')[1]);
            }

            var people = await cohort.PeopleAsync();
            var ids = people.ToDictionary(p => p.Name, p => p.Id);
            var shown = new StringBuilder();
            foreach (var path in new[]
            {
                $"api/cohorts/{FirmCohort.Id}", $"api/cohorts/{FirmCohort.Id}/status", FirmCohort.Matching,
                $"{FirmCohort.Matching}/why-not?mentor={ids["Ann Ashe"]}&mentee={ids["Eve Elm"]}",
                $"{FirmCohort.Matching}/why-not?mentor={ids["Ann Ashe"]}&mentee={ids["Gil Gow"]}",
            })
            {
                shown.AppendLine((await service.Api.AskAsync(path)).Text);
            }

            shown.AppendJoin('\n', await cohort.GotAsync("coordinator"));
            seen.Add(people.Aggregate(shown.ToString(), (text, p) => text.Replace(p.Id, p.Name, StringComparison.Ordinal)));
        }

        return seen;
    }

    /// <summary>In whatever order: people are listed by ids, which are drawn by lot.</summary>
    private static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> seen, int moments, string what)
    {
        for (var i = 0; i < moments; i++)
        {
            var left = Lines().Split(expected[i]).Order(StringComparer.Ordinal).ToList();
            var right = Lines().Split(seen[i]).Order(StringComparer.Ordinal).ToList();
            var differs = left.Except(right).Select(l => $"- {l}").Concat(right.Except(left).Select(l => $"+ {l}"));
            Assert.True(left.SequenceEqual(right, StringComparer.Ordinal), $"{what}, at {Moments[i]}:\n{string.Join('\n', differs)}");
        }
    }

    [GeneratedRegex("(?<=[,{}])", RegexOptions.None, 1000)]
    private static partial Regex Lines();
}
