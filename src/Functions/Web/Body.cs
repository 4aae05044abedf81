using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>Reads a request's body up to a limit, and JSON from it, with answers for whatever is wrong.</summary>
internal static class Body
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <returns>The bytes, or the 413 to answer with.</returns>
    public static async Task<(byte[] Bytes, IResult? Refusal)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellation, string advice = "send it in parts")
    {
        if (request.ContentLength > limit)
        {
            return ([], TooLarge(limit, advice));
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
                    return ([], TooLarge(limit, advice));
                }

                memory.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException broken)
        {
            return ([], Answer.Problem(
                broken.StatusCode, "The request's body can't be read", "Nothing was changed. Send it again, whole."));
        }

        return (memory.ToArray(), null);
    }

    /// <param name="answer">Asked only where the body is a JSON document; the element lives until its answer is there.</param>
    /// <returns>That answer, or the one that says what is wrong with the body.</returns>
    public static async Task<IResult> WithJsonAsync(
        HttpRequest request, int limit, Func<JsonElement, Task<IResult>> answer, CancellationToken cancellation)
    {
        var (bytes, refusal) = await ReadAsync(request, limit, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var (json, broken) = ParseJson(bytes);
        using (json)
        {
            return json is null ? broken! : await answer(json.RootElement);
        }
    }

    public static (JsonDocument? Json, IResult? Refusal) ParseJson(byte[] bytes)
    {
        try
        {
            var json = JsonDocument.Parse(WithoutMark(bytes), Strict);
            if (Unreadable(json.RootElement, "") is not { } place)
            {
                return (json, null);
            }

            json.Dispose();
            return (null, Answer.Problem(
                StatusCodes.Status400BadRequest,
                "The body is not text in UTF-8",
                "Nothing was changed. Send a JSON document in UTF-8.",
                [new Domain.Problems.Problem(
                    place, "The text here is not valid Unicode: bytes that are not UTF-8, or half of a surrogate pair.")]));
        }
        catch (JsonException broken)
        {
            var place = $"line {broken.LineNumber + 1 ?? 1}, byte {broken.BytePositionInLine + 1 ?? 1}";
            return (null, Answer.Problem(
                StatusCodes.Status400BadRequest,
                "The body is not JSON",
                $"Nothing was changed. Reading stopped at {place}. Send a JSON document in UTF-8.",
                [new Domain.Problems.Problem(place, "The JSON is broken or nested too deeply here.")]));
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

    private static IResult TooLarge(int limit, string advice) => Answer.Problem(
        StatusCodes.Status413PayloadTooLarge,
        "The body is too large", $"Nothing was changed. At most {limit} bytes are taken at once; {advice}.");
}
