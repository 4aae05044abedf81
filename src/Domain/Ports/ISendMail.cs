using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Domain.Ports;

/// <summary>Hands messages to a mail provider.</summary>
public interface ISendMail
{
    /// <remarks>May be called again with the same <see cref="OutgoingEmail.OperationId"/> after a crash; an adapter that can, delivers once.</remarks>
    Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation);
}
