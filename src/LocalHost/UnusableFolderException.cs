namespace ReverseMentoring.LocalHost;

/// <summary>The host can't run on its data folder. The message says what is wrong with it, what that means and what to do.</summary>
public sealed class UnusableFolderException(string message, Exception inner) : Exception(message, inner)
{
    internal static UnusableFolderException NotWritable(string folder, Exception failure) => new(
        $"""
        The data folder {Path.GetFullPath(folder)} can't be written ({failure.Message}), so the service was not started.
        Nothing was changed. Let this user write there, or choose another folder: --data FOLDER.
        """,
        failure);
}
