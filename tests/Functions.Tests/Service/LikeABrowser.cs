using System.Net;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>
/// Goes where an answer to a post leads at the same address, as a browser does; any other redirection is the test's to see.
/// </summary>
internal sealed class LikeABrowser(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.SeeOther || response.Headers.Location is not { } location
            || !location.ToString().StartsWith(request.RequestUri!.AbsolutePath + "?", StringComparison.Ordinal))
        {
            return response;
        }

        response.Dispose();
        return await base.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri, location)), cancellationToken);
    }
}
