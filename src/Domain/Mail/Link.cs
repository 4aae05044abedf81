using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Mail;

/// <summary>
/// An address this system made itself. In a template's model it is the only value that is written as it stands;
/// everything else came from a person and is escaped.
/// </summary>
public sealed record Link(Uri Address)
{
    /// <summary>A mail address that was checked: it can be nothing else than that, so it may be copied and clicked.</summary>
    public static Link To(EmailAddress address)
    {
        var at = address.Value.LastIndexOf('@');
        // In an address of the web "#", "?" and "/" would end the name that they are part of here.
        return new Link(new Uri($"mailto:{Uri.EscapeDataString(address.Value[..at])}{address.Value[at..]}")) { Mail = address.Value };
    }

    /// <summary>The mail address as it is shown; null for an address of the web.</summary>
    public string? Mail { get; private init; }

    public override string ToString() => Address.AbsoluteUri;
}
