using System.Runtime.InteropServices;

namespace ReverseMentoring.LocalHost;

/// <summary>Keeps what the process writes from the other users of the machine: the data holds people's names and what they wrote.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// From now on new files are for their owner alone (0600, folders 0700), and so are those that the folder holds already.
    /// </summary>
    /// <exception cref="UnusableFolderException">The folder can't be made, or is not this user's.</exception>
    /// <remarks>On Windows the folder's own access list decides, as it does for everything a user keeps.</remarks>
    public static void Apply(string folder)
    {
        try
        {
            Tighten(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw UnusableFolderException.NotWritable(folder, failure);
        }
    }

    private static void Tighten(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _ = UMask(Convert.ToUInt32("077", 8));
        var root = Directory.CreateDirectory(folder);
        root.UnixFileMode = OwnFolder;
        foreach (var entry in root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(entry => entry.LinkTarget is null))
        {
            entry.UnixFileMode = entry is DirectoryInfo ? OwnFolder : OwnFile;
        }
    }

    // .NET has no word for it; SQLite and every other library follow it.
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint UMask(uint mask);
}
