using System.Globalization;

namespace ReverseMentoring.Functions.Adapters.Cosmos;

/// <summary>
/// The mark a document is handed out with: Cosmos DB's ETag and, for one that expires, when. So a replacement of an expired
/// document is refused without reading it again, although Cosmos DB may still hold it.
/// </summary>
internal readonly record struct VersionMark(string ETag, long? ExpiresAt)
{
    private const char Separator = '@';

    /// <exception cref="FormatException">No store of this kind has given out this mark.</exception>
    public static VersionMark Parse(string mark)
    {
        var at = mark.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0
            ? new VersionMark(mark, null)
            : new VersionMark(mark[(at + 1)..], long.Parse(mark.AsSpan(0, at), CultureInfo.InvariantCulture));
    }

    public override string ToString() =>
        ExpiresAt is { } expires ? string.Create(CultureInfo.InvariantCulture, $"{expires}{Separator}{ETag}") : ETag;
}
