using System.Collections.Concurrent;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>A request as it left the SDK.</summary>
internal sealed record Sent(HttpMethod Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Partition => Headers.GetValueOrDefault("x-ms-documentdb-partitionkey");
}

/// <summary>Writes down every request, for tests of what the adapter sends.</summary>
internal sealed class Recorded(HttpMessageHandler next) : DelegatingHandler(next)
{
    public ConcurrentQueue<Sent> Requests { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Sent(request.Method, request.RequestUri!.AbsolutePath, headers, body));
        return await base.SendAsync(request, cancellationToken);
    }
}
