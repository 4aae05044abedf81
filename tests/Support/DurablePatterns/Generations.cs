using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.DurablePatterns;

/// <summary>ContinueAsNew, versions, tags, ids and custom statuses.</summary>
public static class Generations
{
    public static Pattern Eternal { get; } = Pattern.OfOne(
        "ContinueAsNew: a new generation begins with the new input under the same id", nameof(
            CountsDown), 3, Outcome.Completed("\"done\""));

    public static Pattern Events { get; } = new(
        "ContinueAsNew: events that nobody waited for reach the next generation",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(CollectsWords), Array.Empty<string>());
            foreach (var word in new[] { "a", "b", "c" })
            {
                await client.RaiseEventAsync(id, "word", word);
            }

            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("""["a","b","c"]"""));

    public static Pattern Version { get; } = new(
        "Version: an orchestration keeps the version it was started with until a generation asks for another",
        async (client, id) =>
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(TellsVersions), Array.Empty<string>(), new StartOrchestrationOptions(id) { Version = "2.1" });
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("""["2.1","2.1","3.0"]"""));

    public static Pattern Tags { get; } = new(
        "Tags: those of the start stay with the orchestration",
        async (client, id) =>
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["cohort"] = "judicial", ["kind"] = "wave" };
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(CountsDown), 0, new StartOrchestrationOptions(id) { Tags = tags });
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"done\"", tags: "cohort=judicial, kind=wave"));

    public static Pattern StatusObject { get; } = Status("an object", "object", """{"step":"launch","left":[1,2]}""");

    public static Pattern StatusList { get; } = Status("a list", "list", "[1,2,3]");

    public static Pattern StatusNumber { get; } = Status("a number", "number", "42");

    public static Pattern StatusNull { get; } = Status("null, after another", "null", null);

    public static Pattern Ids { get; } = Pattern.OfOne(
        "NewGuid: ids differ from each other and are the same on replay", nameof(MakesIds), null, Outcome.Completed("true"));

    [Function(nameof(CountsDown))]
    public static async Task<string> CountsDown([OrchestrationTrigger] TaskOrchestrationContext context, int left)
    {
        if (left > 0)
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            context.ContinueAsNew(left - 1);
        }

        return "done";
    }

    [Function(nameof(CollectsWords))]
    public static async Task<string[]> CollectsWords([OrchestrationTrigger] TaskOrchestrationContext context, string[] words)
    {
        string[] more = [.. words, await context.WaitForExternalEvent<string>("word")];
        if (more.Length < 3)
        {
            context.ContinueAsNew(more);
        }

        return more;
    }

    [Function(nameof(TellsVersions))]
    public static string[] TellsVersions([OrchestrationTrigger] TaskOrchestrationContext context, string[] seen)
    {
        string[] more = [.. seen, context.Version];
        if (more.Length == 1)
        {
            context.ContinueAsNew(more);
        }
        else if (more.Length == 2)
        {
            context.ContinueAsNew(new ContinueAsNewOptions { NewInput = more, NewVersion = "3.0" });
        }

        return more;
    }

    [Function(nameof(SetsStatus))]
    public static async Task SetsStatus([OrchestrationTrigger] TaskOrchestrationContext context, string kind)
    {
        context.SetCustomStatus("at first");
        await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        context.SetCustomStatus(kind switch
        {
            "object" => new { step = "launch", left = new[] { 1, 2 } },
            "list" => new[] { 1, 2, 3 },
            "number" => 42,
            "null" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No status of this kind."),
        });
    }

    [Function(nameof(MakesIds))]
    public static async Task<bool> MakesIds([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Guid[] first = [context.NewGuid(), context.NewGuid()];
        var before = await context.CallActivityAsync<Guid[]>(nameof(Keeps), first);
        await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        return before.SequenceEqual(first) && first.Append(context.NewGuid()).Distinct().Count() == 3;
    }

    [Function(nameof(Keeps))]
    public static Guid[] Keeps([ActivityTrigger] Guid[] ids) => ids;

    private static Pattern Status(string what, string kind, string? expected) => Pattern.OfOne(
        $"Custom status: {what}", nameof(SetsStatus), kind, Outcome.Completed(null, expected));
}
