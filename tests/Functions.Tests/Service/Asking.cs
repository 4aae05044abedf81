using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Functions.Tests.OpenApi;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>An answer as a test looks at it.</summary>
internal sealed record Reply(
    HttpStatusCode Status, string Text, string? ContentType, Uri? Location, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The places a problem names.</summary>
    public IReadOnlyList<string> Places =>
        [.. Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!)];

    public static async Task<Reply> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Location,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
}

internal static class Asking
{
    public static Task<Reply> AskAsync(this HttpClient client, string path) => ReadAsync(client.GetAsync(path));

    public static Task<Reply> HeadAsync(this HttpClient client, string path) => client.SendToAsync(HttpMethod.Head, path, null);

    public static Task<Reply> TellAsync(this HttpClient client, string path, object? json) =>
        client.SendToAsync(HttpMethod.Post, path, json is null ? null : JsonContent.Create(json));

    public static Task<Reply> SubmitAsync(this HttpClient client, string path, IReadOnlyDictionary<string, string> form) =>
        client.SendToAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form));

    public static async Task<Reply> SendToAsync(this HttpClient client, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await ReadAsync(client.SendAsync(request));
    }

    private static async Task<Reply> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var reply = await Reply.OfAsync(response);
        var request = response.RequestMessage!;
        AsDescribed.Check(
            request.Method.Method, request.RequestUri!.AbsolutePath, (int)reply.Status, reply.ContentType, reply.Text);
        return reply;
    }
}
