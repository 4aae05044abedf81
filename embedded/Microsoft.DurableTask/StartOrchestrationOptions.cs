using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How to start an orchestration: its id, when, and which states of an existing instance refuse a new start.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id; null: a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The instant to start at; null: now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Names of <c>OrchestrationRuntimeStatus</c> values in which an existing instance of this id refuses the start. Empty: none
    /// refuses. Null: Pending, Running and Suspended refuse. Set it with <c>WithDedupeStatuses</c>.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
