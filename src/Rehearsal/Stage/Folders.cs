namespace ReverseMentoring.Rehearsal.Stage;

/// <summary>The folder a rehearsal writes to.</summary>
internal static class Folders
{
    private const string Marker = ".rehearsal";

    /// <returns>Why a rehearsal may not have this folder; null when it may.</returns>
    public static string? Objection(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Marker))
            ? $"The folder '{folder}' is not empty and no rehearsal made it. Nothing was deleted; choose another with --keep."
            : null;

    /// <summary>Makes it, or empties it if an earlier rehearsal made it.</summary>
    /// <exception cref="InvalidOperationException">It holds something else; nothing is deleted.</exception>
    public static string Prepare(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (Objection(folder) is { } objection)
        {
            throw new InvalidOperationException(objection);
        }

        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(full, "emails"));
        Directory.CreateDirectory(Path.Combine(full, "pages"));
        File.WriteAllText(Path.Combine(full, Marker), "Made by the rehearsal; the next one empties this folder.\n");
        return full;
    }
}
