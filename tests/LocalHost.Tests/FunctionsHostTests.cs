using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class FunctionsHostTests
{
    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused_in_words()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var refusal = await Assert.ThrowsAsync<UnusableFolderException>(
            () => FunctionsHost.StartAsync(new() { DataFolder = test.Folder }));

        Assert.Contains("Another host is running", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_that_ended_while_its_orchestration_was_suspended_is_not_run_again_after_a_restart()
    {
        Functions.Runs = 0;
        Functions.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.CallsOnce));
        await test.Client.WaitForInstanceStartAsync(id, CancellationToken.None);
        await test.Client.SuspendInstanceAsync(id);
        Functions.Gate.SetResult();
        await test.Host.WhenIdleAsync();

        await test.StopAsync();
        await test.StartAgainAsync();
        await test.Client.ResumeInstanceAsync(id);
        await test.RunOutAsync();

        Assert.Equal(7, (await test.StateAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, Functions.Runs);
    }

    [Fact]
    public async Task A_function_without_a_trigger_is_refused_at_start_with_its_name()
    {
        var options = new FunctionsHostOptions { DataFolder = Directory.CreateTempSubdirectory("local-host-").FullName };
        options.FunctionTypes.Add(typeof(Untriggered));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => FunctionsHost.StartAsync(options));

        Assert.Contains("'Lost'", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(options.DataFolder, recursive: true);
    }

    private static class Functions
    {
        public static TaskCompletionSource Gate { get; set; } = new();

        public static int Runs { get; set; }

        [Function(nameof(CallsOnce))]
        public static Task<int> CallsOnce([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallActivityAsync<int>(nameof(Seven));

        [Function(nameof(Seven))]
        public static async Task<int> Seven([ActivityTrigger] object? nothing)
        {
            Runs++;
            await Gate.Task;
            return 7;
        }
    }

    private static class Untriggered
    {
        [Function("Lost")]
        public static void Lost()
        {
        }
    }
}
