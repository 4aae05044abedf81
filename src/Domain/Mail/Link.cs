namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// An address this system made itself. In a template's model it is the only value that is written as it stands;
/// everything else came from a person and is escaped.
/// </summary>
public sealed record Link(Uri Address)
{
    public override string ToString() => Address.AbsoluteUri;
}
