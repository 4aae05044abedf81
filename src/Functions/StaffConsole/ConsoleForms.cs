using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.StaffConsole;

/// <summary>Reads what a form of the console posts, with the file that may come along.</summary>
public sealed class ConsoleForms(WebOptions web)
{
    private const int MostFields = 2000;
    private const int MostParts = 50;

    /// <returns>The fields and the file; null where it is no form, or too large.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Fields, PostedFile? File)?> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || await Body.ReadAsync(request, web.MaxBodyBytes * 2, cancellation) is not { Succeeded: true, Value: var bytes })
        {
            return null;
        }

        if (type.MediaType.Equals(PostedForms.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return PostedForms.Read(bytes, MostFields) is { } fields ? (fields, null) : null;
        }

        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary
            ? await ReadPartsAsync(bytes, boundary, cancellation)
            : null;
    }

    private static async Task<(IReadOnlyDictionary<string, string> Fields, PostedFile? File)?> ReadPartsAsync(
        byte[] bytes, string boundary, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        PostedFile? file = null;
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(bytes));
            for (var part = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; part++)
            {
                if (part == MostParts || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var says))
                {
                    return null;
                }

                using var memory = new MemoryStream();
                await section.Body.CopyToAsync(memory, cancellation);
                if (says.IsFileDisposition())
                {
                    var name = HeaderUtilities.RemoveQuotes(says.FileName).Value ?? "";
                    file = name.Length > 0 ? new PostedFile(name, memory.ToArray()) : file;
                }
                else if (Body.Text(memory.ToArray()) is { } text)
                {
                    fields[HeaderUtilities.RemoveQuotes(says.Name).Value ?? ""] = PostedForms.Clean(text);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // What was sent ends too early or is no form: told to the caller as null.
            return null;
        }

        return (fields, file);
    }
}
