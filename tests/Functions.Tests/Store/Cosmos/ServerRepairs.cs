using System.Net;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>
/// What @vercel/cosmosdb-server 1.0.1 does otherwise than Cosmos DB, put right on the way back. The adapter knows nothing of it.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>A point read of a missing document: it answers 500 with a JavaScript TypeError; Cosmos DB answers 404. Repaired here.</item>
/// <item>A query runs over all partitions, whatever partition the request names. Not repaired: the adapter's SQL names the cohort too,
/// which
/// makes its lists right here; that the request names the partition as well is asserted on what is sent.</item>
/// <item>It makes no query plans: a plan request gets "missing partition keys". Not repaired: optimistic direct execution sends
/// none.</item>
/// <item>Time to live is ignored: nothing expires by itself. Not repaired: the contract's expiry is the adapter's own, on the test's clock,
/// and the
/// <c>ttl</c> that Cosmos DB acts on is asserted on what is sent.</item>
/// <item>It takes documents of any size; Cosmos DB refuses one of more than 2 MB with 413. Repaired here.</item>
/// <item>It gives out no session tokens and charges every request 1 RU. Nothing here reads either.</item>
/// <item>Its certificate is self-signed and has run out. Accepted by <see cref="CosmosTestClient"/>, for loopback only.</item>
/// </list>
/// It does check If-Match, and refuses a second document of the same id in a partition; the contract's races run against it as it is.
/// And one that is no fault of the server: on first use the SDK asks the address at which a virtual machine in Azure finds its own
/// description. It is told here that there is none, so that no test leaves the machine.
/// </remarks>
internal sealed class ServerRepairs(HttpMessageHandler server) : DelegatingHandler(server)
{
    private const int LargestDocument = 2 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.IsLoopback)
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
        }

        if (request.Content is { } content && (await content.ReadAsByteArrayAsync(cancellationToken)).Length > LargestDocument)
        {
            return Answer(
                request,
                HttpStatusCode.RequestEntityTooLarge,
                """{"code":"RequestEntityTooLarge","message":"Request size is too large"}""");
        }

        var response = await base.SendAsync(request, cancellationToken);
        return await IsMissedReadAsync(request, response, cancellationToken)
            ? Answer(
                request,
                HttpStatusCode.NotFound,
                """{"code":"NotFound","message":"Entity with the specified id does not exist in the system."}""")
            : response;
    }

    private static async Task<bool> IsMissedReadAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode == HttpStatusCode.InternalServerError
        && request.Method == HttpMethod.Get
        && request.RequestUri!.Segments is [.., "docs/", _]
        && (await response.Content.ReadAsStringAsync(cancellation)).Contains(
            "Cannot read properties of undefined", StringComparison.Ordinal);

    private static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, string json) =>
        new(status) { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
