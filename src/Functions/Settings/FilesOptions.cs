using System.Text.RegularExpressions;

namespace ReverseMentoring.Functions.Settings;

public enum FilesMode
{
    Folder,

    /// <summary>Azure Blob Storage.</summary>
    Blobs,
}

/// <summary>Where the archive is, and how large a file it takes.</summary>
public sealed partial record FilesOptions
{
    /// <summary>What the local host and the Functions host both let through.</summary>
    private const int MostBytes = 100 * 1024 * 1024;

    public FilesMode Mode { get; init; } = FilesMode.Folder;

    /// <summary>For Folder. Empty: the folder "files" in the data folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>
    /// For Blobs: the Blob service's address, such as https://NAME.blob.core.windows.net. Signs in with the app's own identity.
    /// </summary>
    public string Endpoint { get; init; } = "";

    /// <summary>For Blobs; made where it is not there.</summary>
    public string Container { get; init; } = "files";

    /// <summary>The longest file taken, in bytes. A file is held in memory while it is uploaded.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    public Uri ContainerAddress => new($"{Endpoint.TrimEnd('/')}/{Container}");

    internal static FilesOptions Read(SettingReader settings, string dataFolder) => settings.Checked(
        new FilesOptions
        {
            Mode = settings.Choice("Files:Mode", FilesMode.Folder),
            Folder = settings.Folder("Files:Folder", Path.Combine(dataFolder, "files")),
            Endpoint = settings.Text("Files:Endpoint"),
            Container = settings.Text("Files:Container", "files"),
            MaxBytes = settings.Number("Files:MaxBytes", 10 * 1024 * 1024),
        },
        o => o.Problems());

    /// <returns>A sentence for each setting that is missing or wrong; empty when all is well.</returns>
    public IEnumerable<string> Problems()
    {
        if (Mode == FilesMode.Blobs
            && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != "https" || endpoint.PathAndQuery != "/"))
        {
            yield return "Files:Endpoint must be the https address of the Blob service, without a path, when Files:Mode is Blobs.";
        }

        if (Mode == FilesMode.Blobs && !ContainerName().IsMatch(Container))
        {
            yield return "Files:Container must be 3 to 63 lower-case letters, digits and single hyphens, beginning and ending with a "
                + "letter or digit.";
        }

        if (MaxBytes is < 1 or > MostBytes)
        {
            yield return $"Files:MaxBytes must be between 1 and {MostBytes}.";
        }
    }

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContainerName();
}
