namespace Azure.Communication.Email;

/// <summary>Whom a message is for.</summary>
public class EmailRecipients(
    IEnumerable<EmailAddress>? to = null, IEnumerable<EmailAddress>? cc = null, IEnumerable<EmailAddress>? bcc = null)
{
    public IList<EmailAddress> To { get; } = [.. to ?? []];

    public IList<EmailAddress> CC { get; } = [.. cc ?? []];

    public IList<EmailAddress> BCC { get; } = [.. bcc ?? []];
}

/// <summary>An address and the name shown with it.</summary>
#pragma warning disable CA1815 // the official type has no equality either
public readonly struct EmailAddress(string address, string? displayName)
#pragma warning restore CA1815
{
    public EmailAddress(string address)
        : this(address, displayName: null)
    {
    }

    public string Address { get; } = address;

    public string? DisplayName { get; } = displayName;
}
