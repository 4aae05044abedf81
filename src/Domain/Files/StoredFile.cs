namespace ReverseMentoring.Domain.Files;

/// <summary>A file in a cohort's archive, without its content.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="SavedAt">UTC, by the archive's own clock.</param>
/// <param name="Version">Another one whenever the file is saved; letters, digits and hyphens.</param>
public sealed record StoredFile(FileName Name, FileAudience Audience, long Length, DateTimeOffset SavedAt, string Version);

/// <summary>Whom a file is for.</summary>
public enum FileAudience
{
    /// <summary>Nobody but the coordinator.</summary>
    Coordinator,

    /// <summary>The coordinator and everybody who takes part.</summary>
    Everyone,
}

/// <summary>What happens when there is a file of that name.</summary>
public enum SaveRule
{
    /// <summary>It stays as it is.</summary>
    OnlyNew,

    /// <summary>The new one takes its place.</summary>
    Replace,
}

public enum SaveOutcome
{
    Created,
    Replaced,

    /// <summary>There is a file of that name, and it stays; nothing was changed.</summary>
    Kept,
}
