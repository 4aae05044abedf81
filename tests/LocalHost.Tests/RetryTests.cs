using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class RetryTests
{
    private readonly Attempts _attempts = new();

    [Fact]
    public async Task A_retry_policy_waits_longer_each_time_up_to_its_longest_wait_and_then_succeeds()
    {
        await using var test = await StartAsync(failures: 4);

        var state = await test.RunAsync(nameof(Functions.WithPolicy));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal([0, 10, 30, 70, 120], _attempts.SecondsAfter(TestHost.Epoch));
    }

    [Fact]
    public async Task A_retry_policy_gives_up_after_its_last_attempt_and_the_failure_comes_through()
    {
        await using var test = await StartAsync(failures: 99);

        var state = await test.RunAsync(nameof(Functions.WithPolicy));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal(5, _attempts.Times.Count);
        Assert.Equal("attempt 5 failed", state.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_retry_policy_starts_no_attempt_after_its_time_is_up()
    {
        await using var test = await StartAsync(failures: 99);

        await test.RunAsync(nameof(Functions.WithTimeLimit));

        Assert.Equal([0, 10, 20, 30], _attempts.SecondsAfter(TestHost.Epoch));
    }

    [Fact]
    public async Task A_retry_handler_decides_by_the_failure_and_may_wait_on_a_durable_timer()
    {
        await using var test = await StartAsync(failures: 2);

        var state = await test.RunAsync(nameof(Functions.WithHandler));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal([0, 60, 120], _attempts.SecondsAfter(TestHost.Epoch));
    }

    [Fact]
    public async Task A_sub_orchestration_is_retried_as_a_new_run_of_it()
    {
        await using var test = await StartAsync(failures: 1);

        var state = await test.RunAsync(nameof(Functions.RetriesChild));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal([0, 10], _attempts.SecondsAfter(TestHost.Epoch));
    }

    private Task<TestHost> StartAsync(int failures)
    {
        _attempts.Failures = failures;
        return TestHost.StartAsync(typeof(Functions), services => services.AddSingleton(_attempts));
    }

    private sealed class Attempts
    {
        public int Failures { get; set; }

        public List<DateTimeOffset> Times { get; } = [];

        public IEnumerable<int> SecondsAfter(DateTimeOffset start) => Times.Select(time => (int)(time - start).TotalSeconds);
    }

    private sealed class Functions(Attempts attempts, TimeProvider clock)
    {
        private static readonly RetryPolicy Policy = new(5, TimeSpan.FromSeconds(10), 2, maxRetryInterval: TimeSpan.FromSeconds(50));

        [Function(nameof(WithPolicy))]
        public static Task WithPolicy([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallActivityAsync(nameof(Try), TaskOptions.FromRetryPolicy(Policy));

        [Function(nameof(WithTimeLimit))]
        public static Task WithTimeLimit([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallActivityAsync(
                nameof(Try), new TaskOptions(new RetryPolicy(99, TimeSpan.FromSeconds(10), retryTimeout: TimeSpan.FromSeconds(25))));

        [Function(nameof(WithHandler))]
        public static Task WithHandler([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallActivityAsync(nameof(Try), TaskOptions.FromRetryHandler(async about =>
            {
                await about.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), about.CancellationToken);
                return about.LastFailure.IsCausedBy<InvalidOperationException>();
            }));

        [Function(nameof(RetriesChild))]
        public static Task RetriesChild([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallSubOrchestratorAsync(nameof(Child), TaskOptions.FromRetryPolicy(Policy));

        [Function(nameof(Child))]
        public static Task Child([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(Try));

        [Function(nameof(Try))]
        public void Try([ActivityTrigger] object? nothing)
        {
            attempts.Times.Add(clock.GetUtcNow());
            if (attempts.Times.Count <= attempts.Failures)
            {
                throw new InvalidOperationException($"attempt {attempts.Times.Count} failed");
            }
        }
    }
}
