namespace ReverseMentoring.Domain.Files;

/// <summary>Keeps each cohort's files: handbooks, resources, reports, exports. Access is checked by whoever asks.</summary>
/// <remarks>Every call throws <see cref="IOException"/> where the archive is out of order; the message names no file.</remarks>
public interface IArchive
{
    /// <summary>Writes a file whole or not at all. Saving the same again leaves the same file, under another version.</summary>
    Task<SaveOutcome> SaveAsync(
        string cohortId, FileName name, FileAudience audience, ReadOnlyMemory<byte> content, SaveRule rule, CancellationToken cancellation);

    /// <returns>Null where there is no such file.</returns>
    Task<OpenedFile?> OpenAsync(string cohortId, FileName name, CancellationToken cancellation);

    /// <summary>A cohort's files in the order of their names (ordinal); none for a cohort without files.</summary>
    Task<IReadOnlyList<StoredFile>> ListAsync(string cohortId, CancellationToken cancellation);

    /// <returns>False where there was no such file.</returns>
    Task<bool> DeleteAsync(string cohortId, FileName name, CancellationToken cancellation);
}

/// <summary>A file and its content, which can seek; dispose of it.</summary>
public sealed record OpenedFile(StoredFile File, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
