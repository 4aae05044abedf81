using System.Globalization;
using ReverseMentoring.Domain.Files;

namespace ReverseMentoring.Functions.Adapters.Files;

/// <summary>
/// Files as they are, under FOLDER/COHORT/AUDIENCE/NAME, so that the person whose machine it is can look at them. The audience is
/// the folder, so there is nothing beside a file that could get lost or disagree with it.
/// </summary>
/// <remarks>
/// One process uses the folder. Where a crash left a file under both audiences, the narrower counts: nothing becomes public by
/// half a write. On a file system that does not tell a from A, two such names are one file.
/// </remarks>
public sealed class FolderArchive(string folder) : IArchive, IDisposable
{
    /// <summary>Begins with a dot, so no file name of the archive can be one.</summary>
    private const string TemporaryPrefix = ".saving-";

    private static readonly FileAudience[] NarrowestFirst = [FileAudience.Coordinator, FileAudience.Everyone];

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<SaveOutcome> SaveAsync(
        string cohortId, FileName name, FileAudience audience, ReadOnlyMemory<byte> content, SaveRule rule, CancellationToken cancellation)
    {
        var target = PathOf(cohortId, audience, name);
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Guarded(async () =>
            {
                var there = Find(cohortId, name) is not null;
                if (there && rule == SaveRule.OnlyNew)
                {
                    return SaveOutcome.Kept;
                }

                await WriteAsync(target, content, cancellation);
                foreach (var other in NarrowestFirst.Where(a => a != audience).Select(a => PathOf(cohortId, a, name)).Where(File.Exists))
                {
                    File.Delete(other);
                }

                return there ? SaveOutcome.Replaced : SaveOutcome.Created;
            });
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<OpenedFile?> OpenAsync(string cohortId, FileName name, CancellationToken cancellation) => Guarded(() =>
    {
        foreach (var audience in NarrowestFirst)
        {
            try
            {
                // What is open stays readable as it was, whoever replaces or deletes the file meanwhile.
                var content = new FileStream(
                    PathOf(cohortId, audience, name),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete,
                    64 * 1024,
                    useAsync: true);
                return Task.FromResult<OpenedFile?>(
                    new OpenedFile(Describe(name, audience, content.Length, File.GetLastWriteTimeUtc(content.SafeFileHandle)), content));
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                // Not under this audience; the caller hears of it as null.
            }
        }

        return Task.FromResult<OpenedFile?>(null);
    });

    public Task<IReadOnlyList<StoredFile>> ListAsync(string cohortId, CancellationToken cancellation) => Guarded(() =>
    {
        var found = new SortedDictionary<string, StoredFile>(StringComparer.Ordinal);
        foreach (var audience in NarrowestFirst)
        {
            var place = new DirectoryInfo(FolderOf(cohortId, audience));
            foreach (var file in place.Exists ? place.EnumerateFiles() : [])
            {
                // Temporary files of a crash, and whatever else somebody put there, are none of ours.
                if (FileName.Read(file.Name).Value is { } name && name.Text == file.Name)
                {
                    found.TryAdd(name.Text, Describe(name, audience, file.Length, file.LastWriteTimeUtc));
                }
            }
        }

        return Task.FromResult<IReadOnlyList<StoredFile>>([.. found.Values]);
    });

    public async Task<bool> DeleteAsync(string cohortId, FileName name, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Guarded(() =>
            {
                var there = Find(cohortId, name) is not null;
                // The wider audience first, so that a crash between the two leaves the narrower.
                foreach (var path in NarrowestFirst.Reverse().Select(a => PathOf(cohortId, a, name)).Where(File.Exists))
                {
                    File.Delete(path);
                }

                return Task.FromResult(there);
            });
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task WriteAsync(string target, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var place = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        foreach (var left in place.EnumerateFiles(TemporaryPrefix + "*"))
        {
            left.Delete();
        }

        var temporary = Path.Combine(place.FullName, TemporaryPrefix + Guid.NewGuid().ToString("n"));
        try
        {
            await using (var file = new FileStream(
                temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string? Find(string cohortId, FileName name) =>
        NarrowestFirst.Select(a => PathOf(cohortId, a, name)).FirstOrDefault(File.Exists);

    private string PathOf(string cohortId, FileAudience audience, FileName name) => Path.Combine(FolderOf(cohortId, audience), name.Text);

    private string FolderOf(string cohortId, FileAudience audience) =>
        Path.Combine(folder, CohortFolders.Checked(cohortId), audience == FileAudience.Everyone ? "everyone" : "coordinator");

    private static StoredFile Describe(FileName name, FileAudience audience, long length, DateTime savedAt) =>
        new(
            name,
            audience,
            length,
            new DateTimeOffset(savedAt, TimeSpan.Zero),
            string.Create(CultureInfo.InvariantCulture, $"{savedAt.Ticks:x}-{length:x}"));

    /// <summary>The system's messages name the file, which may be a person's name; they stay here.</summary>
    private static async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
#pragma warning disable MA0054 // the inner exception's message has the path
            throw new IOException(
                $"The folder of the archive can't be used: {failure.GetType().Name}, 0x{failure.HResult:x8}. See that it is there, "
                    + "writable and not full.");
#pragma warning restore MA0054
        }
    }
}
