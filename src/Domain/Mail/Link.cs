using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// An address this system made itself. In a template's model it is the only value that is written as it stands;
/// everything else came from a person and is escaped.
/// </summary>
public sealed record Link(Uri Address)
{
    /// <summary>A mail address that was checked: it can be nothing else than that, so it may be copied and clicked.</summary>
    public static Link To(EmailAddress address) => new(new Uri($"mailto:{address.Value}"));

    public override string ToString() => Address.AbsoluteUri;
}
