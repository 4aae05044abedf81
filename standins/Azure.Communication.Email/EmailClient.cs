using Azure.Communication.Email.Rest;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

/// <summary>Sends email through Azure Communication Services.</summary>
public class EmailClient
{
    private const string Scope = "https://communication.azure.com//.default";

    private readonly Uri _endpoint;
    private readonly string _apiVersion;
    private readonly HttpPipeline _pipeline;

    /// <param name="connectionString">"endpoint=https://…/;accesskey=…", with the key in base64.</param>
    /// <exception cref="ArgumentException">The connection string lacks one of the two parts.</exception>
    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions())
    {
    }

    public EmailClient(string connectionString, EmailClientOptions options)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = default)
        : this(endpoint, new HmacPolicy(credential), options ?? new EmailClientOptions())
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = default)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options ?? new EmailClientOptions())
    {
    }

    private EmailClient((Uri Endpoint, AzureKeyCredential Key) connection, EmailClientOptions options)
        : this(connection.Endpoint, connection.Key, options)
    {
    }

    private EmailClient(Uri endpoint, HttpPipelinePolicy authentication, EmailClientOptions options)
    {
        _endpoint = endpoint;
        _apiVersion = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    /// <summary>Queues a message.</summary>
    /// <param name="wait">Only <see cref="WaitUntil.Started"/>: nothing here polls.</param>
    /// <param name="operationId">The message's own id; the service recognises a repeat by it.</param>
    /// <exception cref="RequestFailedException">The service answered anything but 202, or was not reached (status 0).</exception>
    /// <exception cref="NotSupportedException">It was asked to wait for completion.</exception>
    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        if (wait != WaitUntil.Started)
        {
            throw new NotSupportedException("Only WaitUntil.Started is offered here; delivery reports tell how it ended.");
        }

        using var http = _pipeline.CreateMessage();
        var request = http.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_endpoint);
        request.Uri.AppendPath("/emails:send", escape: false);
        request.Uri.AppendQuery("api-version", _apiVersion);
        request.Headers.Add("Operation-Id", operationId.ToString());
        request.Headers.Add(HttpHeader.Common.JsonContentType);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        request.Content = RequestContent.Create(MessageBody.Of(message));
        await _pipeline.SendAsync(http, cancellationToken).ConfigureAwait(false);
        return http.Response.Status == 202
            ? new EmailSendOperation(operationId.ToString(), http.Response)
            : throw new RequestFailedException(http.Response);
    }

    /// <inheritdoc cref="SendAsync(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, Guid.NewGuid(), cancellationToken);
}
