using System.Net;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>Stands before the server and answers some requests itself: null lets one through.</summary>
internal sealed class Scripted(HttpMessageHandler next) : DelegatingHandler(next)
{
    public Func<HttpRequestMessage, Task<HttpResponseMessage?>> Script { get; set; } = _ => Task.FromResult<HttpResponseMessage?>(null);

    public static HttpResponseMessage Answer(int status, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            answer.Headers.Add(name, value);
        }

        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await Script(request) is not { } answer)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        answer.RequestMessage = request;
        return answer;
    }
}
