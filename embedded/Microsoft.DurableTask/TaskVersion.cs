namespace Microsoft.DurableTask;

/// <summary>The version a task asks for. The embedded host accepts and ignores it: it runs one version of the code.</summary>
public readonly struct TaskVersion(string? version) : IEquatable<TaskVersion>
{
    private readonly string? value = version;

    /// <summary>The version, or an empty string.</summary>
    public string Version => value ?? string.Empty;

    public static implicit operator string(TaskVersion value) => value.Version;

    public static implicit operator TaskVersion(string? value) => new(value);

    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
