using ReverseMentoring.Domain.Files;

namespace ReverseMentoring.Functions.Files;

public sealed record FileList(IReadOnlyList<ShownFile> Files);

/// <param name="Audience">Whom it is for: nobody but the coordinator, or everybody who takes part too.</param>
/// <param name="Length">Bytes.</param>
/// <param name="SavedAt">UTC; only in the list.</param>
/// <param name="At">The path to download it from.</param>
public sealed record ShownFile(
    string Name, FileAudience Audience, string ContentType, long Length, DateTimeOffset? SavedAt, string At)
{
    internal static ShownFile Of(string cohortId, FileName name, FileAudience audience, long length, DateTimeOffset? savedAt = null) =>
        new(name.Text, audience, name.ContentType, length, savedAt, $"/api/cohorts/{cohortId}/files/{Uri.EscapeDataString(name.Text)}");
}
