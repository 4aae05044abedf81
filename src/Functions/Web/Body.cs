using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Web;

/// <summary>Reads a request's body up to a limit, and JSON from it, with a refusal for whatever is wrong.</summary>
internal static class Body
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<Outcome<byte[]>> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellation, string advice = "send it in parts")
    {
        if (request.ContentLength > limit)
        {
            return TooLarge(limit, advice);
        }

        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (memory.Length + read > limit)
                {
                    return TooLarge(limit, advice);
                }

                memory.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(limit, advice)
                : new Refusal(RefusalKind.Unreadable, "The request's body can't be read", "Nothing was changed. Send it again, whole.");
        }

        return memory.ToArray();
    }

    /// <returns>The document, for the caller to dispose of.</returns>
    public static Outcome<JsonDocument> ParseJson(byte[] bytes)
    {
        try
        {
            var json = JsonDocument.Parse(WithoutMark(bytes), Strict);
            if (Unreadable(json.RootElement, "") is not { } place)
            {
                return json;
            }

            json.Dispose();
            return new Refusal(
                RefusalKind.Unreadable, "The body is not text in UTF-8", "Nothing was changed. Send a JSON document in UTF-8.")
            {
                Problems =
                [
                    new Problem(place, "The text here is not valid Unicode: bytes that are not UTF-8, or half of a surrogate pair."),
                ],
            };
        }
        catch (JsonException broken)
        {
            var place = $"line {broken.LineNumber + 1 ?? 1}, byte {broken.BytePositionInLine + 1 ?? 1}";
            return new Refusal(
                RefusalKind.Unreadable,
                "The body is not JSON", $"Nothing was changed. Reading stopped at {place}. Send a JSON document in UTF-8.")
            {
                Problems = [new Problem(place, "The JSON is broken or nested too deeply here.")],
            };
        }
    }

    /// <summary>The parser lets invalid text stand, and whoever reads it later would meet an exception.</summary>
    /// <returns>The pointer to the first name or text that can't be read; null where there is none.</returns>
    private static string? Unreadable(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Select(p => Readable(() => p.Name) is { } name ? Unreadable(p.Value, $"{pointer}/{name}") : $"{pointer}/")
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array =>
            element.EnumerateArray().Select((item, i) => Unreadable(item, $"{pointer}/{i}")).FirstOrDefault(found => found is not null),
        JsonValueKind.String when Readable(() => element.GetString()!) is null => pointer.Length == 0 ? "/" : pointer,
        _ => null,
    };

    private static string? Readable(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Told to the caller as null: what somebody sent is not a fault of ours.
            return null;
        }
    }

    /// <returns>The text, or null where the bytes are not UTF-8.</returns>
    public static string? Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(bytes).Span);
        }
        catch (DecoderFallbackException)
        {
            // Told to the caller as null: the bytes are somebody's file in another encoding, an expected case.
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes;

    private static Refusal TooLarge(int limit, string advice) => new(
        RefusalKind.TooLarge,
        "The body is too large", $"Nothing was changed. At most {limit} bytes are taken at once; {advice}.");
}
