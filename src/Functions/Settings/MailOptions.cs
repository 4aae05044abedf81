using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.Settings;

public enum MailMode
{
    /// <summary>Each message becomes an .eml file in a folder.</summary>
    Pickup,
    Smtp,

    /// <summary>Azure Communication Services.</summary>
    Acs,
}

/// <summary>How mail leaves.</summary>
public sealed record MailOptions
{
    public MailMode Mode { get; init; } = MailMode.Pickup;

    /// <summary>For Pickup.</summary>
    public string Folder { get; init; } = "";

    /// <summary>For SMTP, as are the next five.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>Empty to send without signing in.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>True: nothing is sent but over TLS, from the start on port 465, else by STARTTLS.</summary>
    public bool EnableTls { get; init; } = true;

    /// <summary>
    /// Whether the server's certificate is looked up for having been revoked; a certificate of one's own making may name no place to look.
    /// </summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>
    /// For ACS: the resource's address, such as https://NAME.communication.azure.com. Signs in with the app's own identity.
    /// </summary>
    public string Endpoint { get; init; } = "";

    public string FromAddress { get; init; } = "";

    /// <summary>
    /// The only domains that get mail; "*" or nothing: every domain. With Communication Services it has to be said, so that no trial writes
    /// to people.
    /// </summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    public const string Everybody = "*";

    /// <summary>Whether some domains only get mail.</summary>
    public bool IsLimited => AllowedDomains.Count > 0 && !AllowedDomains.Contains(Everybody);

    /// <summary>How long one attempt may take before it counts as unavailable.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    internal static MailOptions Read(SettingReader settings, string dataFolder) => settings.Checked(
        new MailOptions
        {
            Mode = settings.Choice("Mail:Mode", MailMode.Pickup),
            Folder = settings.Folder("Mail:Folder", Path.Combine(dataFolder, "emails")),
            Endpoint = settings.Text("Mail:Endpoint"),
            Host = settings.Text("Mail:Host"),
            Port = settings.Number("Mail:Port", 587),
            UserName = settings.Text("Mail:UserName"),
            Password = settings.Text("Mail:Password"),
            EnableTls = settings.Text("Mail:EnableTls", "true") != "false",
            CheckRevocation = settings.Text("Mail:CheckRevocation", "true") != "false",
            FromAddress = settings.Text("Mail:FromAddress", "reverse-mentoring@example.org"),
            AllowedDomains = settings.Text("Mail:AllowedDomains").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries),
        },
        o => o.Problems());

    /// <returns>A sentence for each setting that is missing or wrong; empty when all is well. Never a password.</returns>
    public IEnumerable<string> Problems()
    {
        if (EmailAddress.Parse(FromAddress) is null)
        {
            yield return "Mail:FromAddress must be an email address, such as mentoring@example.org.";
        }

        if (Mode == MailMode.Pickup && Folder.Length == 0)
        {
            yield return "Mail:Folder must name the folder for .eml files when Mail:Mode is Pickup.";
        }

        if (Mode == MailMode.Smtp && Host.Length == 0)
        {
            yield return "Mail:Host must name the mail server when Mail:Mode is Smtp.";
        }

        if (Mode == MailMode.Acs && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != "https"))
        {
            yield return "Mail:Endpoint must be the https address of the Communication Services resource when Mail:Mode is Acs.";
        }

        if (Mode == MailMode.Acs && AllowedDomains.Count == 0)
        {
            yield return "Mail:AllowedDomains must list the domains that may get mail when Mail:Mode is Acs; in production set it to *, "
                + "which is everybody.";
        }

        if (AllowedDomains.Contains(Everybody) && AllowedDomains.Count > 1)
        {
            yield return "Mail:AllowedDomains is either * or a list of domains.";
        }

        if (Mode == MailMode.Smtp && Port is < 1 or > 65535)
        {
            yield return "Mail:Port must be between 1 and 65535.";
        }

        if (UserName.Length > 0 && !EnableTls)
        {
            yield return "Mail:EnableTls must be true when Mail:UserName is set, or the password would travel in clear.";
        }

        if (AllowedDomains.Any(domain => domain.Length == 0 || domain.Contains('@', StringComparison.Ordinal)))
        {
            yield return "Mail:AllowedDomains must list domains, such as example.org, without an @.";
        }
    }
}
