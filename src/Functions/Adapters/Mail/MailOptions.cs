using System.Net.Mail;

namespace ReverseMentoring.Functions.Adapters.Mail;

public enum MailMode
{
    /// <summary>Each message becomes an .eml file in a folder.</summary>
    Pickup,
    Smtp,

    /// <summary>Azure Communication Services.</summary>
    Acs,
}

/// <summary>How mail leaves. Azure Communication Services has options and an adapter of its own.</summary>
public sealed record MailOptions
{
    public MailMode Mode { get; init; } = MailMode.Pickup;

    /// <summary>For Pickup.</summary>
    public string Folder { get; init; } = "";

    /// <summary>For SMTP, as are the next four.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>Empty to send without signing in.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    public bool EnableTls { get; init; } = true;

    /// <summary>For ACS: the resource's address, such as https://NAME.communication.azure.com. Signs in with the app's own identity.</summary>
    public string Endpoint { get; init; } = "";

    public string FromAddress { get; init; } = "";

    /// <summary>Outside production: the only domains that get mail. Empty in production, where every domain does.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>How long one attempt may take before it counts as unavailable.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <returns>A sentence for each setting that is missing or wrong; empty when all is well. Never a password.</returns>
    public IEnumerable<string> Problems()
    {
        if (!MailAddress.TryCreate(FromAddress, out var from) || from.Address != FromAddress)
            yield return "Mail:FromAddress must be an email address, such as mentoring@example.org.";
        if (Mode == MailMode.Pickup && Folder.Length == 0)
            yield return "Mail:Folder must name the folder for .eml files when Mail:Mode is Pickup.";
        if (Mode == MailMode.Smtp && Host.Length == 0)
            yield return "Mail:Host must name the mail server when Mail:Mode is Smtp.";
        if (Mode == MailMode.Acs && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != "https"))
            yield return "Mail:Endpoint must be the https address of the Communication Services resource when Mail:Mode is Acs.";
        if (Mode == MailMode.Smtp && Port is < 1 or > 65535)
            yield return "Mail:Port must be between 1 and 65535.";
        if (UserName.Length > 0 && !EnableTls)
            yield return "Mail:EnableTls must be true when Mail:UserName is set, or the password would travel in clear.";
        if (AllowedDomains.Any(domain => domain.Length == 0 || domain.Contains('@', StringComparison.Ordinal)))
            yield return "Mail:AllowedDomains must list domains, such as example.org, without an @.";
    }
}
