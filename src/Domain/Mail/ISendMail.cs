namespace ReverseMentoring.Domain.Mail;

/// <summary>Hands messages to a mail provider.</summary>
public interface ISendMail
{
    /// <remarks>May be called again with the same <see cref="OutgoingEmail.OperationId"/> after a crash; an adapter that can, delivers
    /// once.</remarks>
    Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation);

    /// <summary>The id by which the provider's delivery reports will name a message; null where it reports nothing.</summary>
    /// <param name="operationId">The message's <see cref="OutgoingEmail.OperationId"/>.</param>
    string? ReportedAs(string operationId) => null;
}
