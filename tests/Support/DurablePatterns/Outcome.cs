using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.DurablePatterns;

/// <summary>How an instance stands, as far as every back end has to agree; payloads are JSON, failures without their stacks.</summary>
public sealed record Outcome(
    OrchestrationRuntimeStatus? Status, string? Output = null, string? CustomStatus = null, string? Failure = null, string? Tags = null)
{
    public static Outcome Completed(string? output, string? customStatus = null, string? tags = null)
        => new(OrchestrationRuntimeStatus.Completed, output, customStatus, null, tags);

    public static Outcome Failed(string failure) => new(OrchestrationRuntimeStatus.Failed, Failure: failure);

    /// <summary>No instance of the id is there.</summary>
    public static Outcome Gone { get; } = new((OrchestrationRuntimeStatus?)null);

    public static async Task<Outcome> OfAsync(DurableTaskClient client, string id)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is not { } state)
        {
            return Gone;
        }

        var isFailed = state.RuntimeStatus == OrchestrationRuntimeStatus.Failed;
        return new(
            state.RuntimeStatus,
            isFailed || state.SerializedOutput is "null" ? null : state.SerializedOutput,
            state.SerializedCustomStatus is "null" ? null : state.SerializedCustomStatus,
            isFailed ? Describe(state.FailureDetails) : null,
            state.Tags.Count == 0
                ? null
                : string.Join(", ", state.Tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}")));
    }

    /// <summary>Types and messages of a failure and those within it.</summary>
    public static string? Describe(TaskFailureDetails? details) => details is null
        ? null
        : $"{details.ErrorType}: {details.ErrorMessage}{(details.InnerFailure is { } inner ? $" < {Describe(inner)}" : "")}";
}
