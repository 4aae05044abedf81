using ReverseMentoring.Domain.Time;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>The cohort's own orchestrators, in real time, on production's durable back end and on the local host.</summary>
[Collection(UsesAzuriteStorage.Name)]
public sealed class CohortTests(AzuriteStorage azurite)
{
    private static readonly Dictionary<string, string> Portrait = new(StringComparer.Ordinal)
    {
        ["name"] = "Somebody Invented",
        ["role_and_experience"] = "In my present role for some years now.",
        ["contact"] = "somebody@example.org",
        ["why_interested"] = "I should like to understand how my work looks from where somebody else stands.",
        ["undertakings"] = "yes",
        ["notice"] = "yes",
        ["declaration"] = "yes",
    };

    [Fact]
    public async Task A_cohort_begins_on_Azure_Storage_as_on_the_local_host()
    {
        var deadline = DateTime.UtcNow + WorkingDays.LeastNotice - TimeSpan.FromHours(1);
        var here = await BeginAsync(deadline, null);
        var there = await BeginAsync(deadline, azurite.ConnectionString);

        Assert.Equal(here.Emails, there.Emails);
        Assert.Equal(here.Steps, there.Steps);
    }

    // Start, a durable timer, a wave by a sub-orchestration, a nudge, and a new generation between them; then an administrator.
    private static async Task<(IReadOnlyList<string> Emails, IReadOnlyList<string> Steps)> BeginAsync(
        DateTime deadline, string? storage)
    {
        await using var stage = await CohortStage.OpenAsync(storage);
        await stage.StartCohortAsync(deadline, opensInSeconds: 6);
        await CohortStage.UntilAsync(async () => await stage.DoingAsync() == "Wait", "the orchestrator waits for the enrolment to open");
        Assert.Empty(stage.Emails());

        await CohortStage.UntilAsync(() => Task.FromResult(stage.Emails().Count >= 24), "everybody is invited");
        await CohortStage.UntilAsync(async () => await stage.DoingAsync() == "Wait", "the orchestrator waits again");
        var invited = stage.Emails();

        await stage.Client.SuspendInstanceAsync($"cohort-{CohortStage.CohortId}", "a test");
        await stage.AnswerAsync(invited[0], Portrait);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(invited.Count, stage.Emails().Count);
        await stage.Client.ResumeInstanceAsync($"cohort-{CohortStage.CohortId}", "a test");
        await CohortStage.UntilAsync(() => Task.FromResult(stage.Emails().Count > invited.Count), "the nudge brings the receipt");

        var steps = (await stage.StatusAsync()).GetProperty("timeline").EnumerateArray()
            // Called after the deadline to the second, which the two plays do not share.
            .Select(step => $"{step.GetProperty("name").GetString()} {step.GetProperty("state").GetString()}");
        return ([.. stage.Emails().Select(Line)], [.. steps]);
    }

    private static string Line(Envelope mail) => $"{mail.To}: {mail.Subject}";
}
