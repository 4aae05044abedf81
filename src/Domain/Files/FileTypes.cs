namespace ReverseMentoring.Domain.Files;

/// <summary>The kinds of file that are taken: documents, tables, pictures, sound and film. Nothing that runs in a browser.</summary>
public static class FileTypes
{
    private const string Ooxml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".docx"] = Ooxml + "wordprocessingml.document",
        [".pptx"] = Ooxml + "presentationml.presentation",
        [".xlsx"] = Ooxml + "spreadsheetml.sheet",
        [".odt"] = OpenDocument + "text",
        [".odp"] = OpenDocument + "presentation",
        [".ods"] = OpenDocument + "spreadsheet",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".csv"] = "text/csv",
        [".ics"] = "text/calendar",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
    };

    public static IReadOnlyList<string> Endings { get; } = [.. ByEnding.Keys.Order(StringComparer.Ordinal)];

    /// <returns>The content type of a file of this name; null where no file is so named.</returns>
    public static string? Of(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && ByEnding.TryGetValue(name[dot..], out var type) ? type : ServiceFiles.TypeOf(name);
    }
}
