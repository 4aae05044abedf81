using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Durable.Client;

/// <summary>Which states of an existing instance refuse a new start under its id.</summary>
internal static class Deduplication
{
    private static readonly OrchestrationRuntimeStatus[] Live =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <exception cref="ArgumentException">A name is not a status, or the statuses contradict each other.</exception>
    public static IReadOnlySet<OrchestrationRuntimeStatus> Refusing(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return new HashSet<OrchestrationRuntimeStatus>(Live);
        }

        var refusing = names.Select(Parse).ToHashSet();
        if (refusing.Contains(OrchestrationRuntimeStatus.Terminated) && Array.Exists(Live, status => !refusing.Contains(status)))
        {
            throw new ArgumentException(
                "A start that refuses Terminated instances cannot replace a live one, for that would be terminated first: " +
                "name Pending, Running and Suspended too.",
                nameof(names));
        }

        return refusing;
    }

    private static OrchestrationRuntimeStatus Parse(string name)
        => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"'{name}' is not the status of an orchestration.", nameof(name));
}
