namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>Which task of which generation of an orchestration waits for a child's end.</summary>
internal sealed record ParentLink(string Id, string Name, long Execution, int Task);

/// <summary>A new instance. Instants are UTC.</summary>
internal sealed record InstanceRow(
    string Id,
    long Execution, string Name, string? Version, DateTime Created, DateTime? StartAt, string? Input, string? Tags, ParentLink? Parent);

/// <summary>An activity that is to be run and has not yet been seen to end.</summary>
internal sealed record ActivityRow(long Id, string Instance, long Execution, int Task, string Name, string? Input);
