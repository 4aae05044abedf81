namespace Azure.Communication.Email;

/// <summary>A message that the service has queued.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private readonly Response _response;

    internal EmailSendOperation(string id, Response response)
    {
        Id = id;
        _response = response;
    }

    public override string Id { get; }

    /// <exception cref="InvalidOperationException">It is never known here; delivery reports tell how it ended.</exception>
    public override EmailSendResult Value => throw new InvalidOperationException("The operation has not completed.");

    public override bool HasCompleted => false;

    public override bool HasValue => false;

    public override Response GetRawResponse() => _response;

    /// <exception cref="NotSupportedException">Nothing here polls.</exception>
    public override Response UpdateStatus(CancellationToken cancellationToken = default) => throw NoPolling();

    /// <exception cref="NotSupportedException">Nothing here polls.</exception>
    public override ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) => throw NoPolling();

    /// <exception cref="NotSupportedException">Nothing here polls.</exception>
    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) =>
        throw NoPolling();

    /// <exception cref="NotSupportedException">Nothing here polls.</exception>
    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(
        TimeSpan pollingInterval, CancellationToken cancellationToken) => throw NoPolling();

    private static NotSupportedException NoPolling() => new("Polling is not offered here; delivery reports tell how it ended.");
}

/// <summary>How sending ended.</summary>
public class EmailSendResult
{
    internal EmailSendResult()
    {
    }
}
