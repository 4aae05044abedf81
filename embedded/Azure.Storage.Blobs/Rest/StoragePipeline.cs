using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Azure.Core's pipeline with what every request to the Blob service carries.</summary>
internal sealed class StoragePipeline
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _apiVersion;

    private StoragePipeline(BlobClientOptions options, HttpPipelinePolicy authentication)
    {
        _apiVersion = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new StorageErrorParser(),
        });
    }

    public static StoragePipeline SignedWith(StorageSharedKeyCredential credential, BlobClientOptions options) => new(options, new SharedKeyPolicy(credential));

    public static StoragePipeline SignedInAs(TokenCredential credential, BlobClientOptions options) =>
        new(options, new BearerTokenAuthenticationPolicy(credential, Scope));

    public HttpMessage CreateMessage(RequestMethod method, Uri uri)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Headers.Add("x-ms-version", _apiVersion);
        return message;
    }

    public Task<Response> SendAsync(HttpMessage message, int expected, CancellationToken cancellation) => SendAsync(message, [expected], cancellation);

    /// <exception cref="RequestFailedException">The service answered with another status than expected, or was not reached (status 0).</exception>
    public async Task<Response> SendAsync(HttpMessage message, int[] expected, CancellationToken cancellation)
    {
        await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        return expected.Contains(message.Response.Status) ? message.Response : throw new RequestFailedException(message.Response);
    }
}
