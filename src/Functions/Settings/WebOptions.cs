namespace ReverseMentoring.Functions.Settings;

/// <summary>Where the service is reached from outside, and how much it takes in.</summary>
public sealed record WebOptions
{
    /// <summary>Links in emails begin with this; it ends with a slash.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Bytes; a longer request body gets 413.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The folder that holds templates/ and schemes/.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>Whom to ask, on pages that belong to no scheme: an email address or words; empty: nobody.</summary>
    public string Contact { get; init; } = "";

    internal static WebOptions Read(SettingReader settings)
    {
        var address = settings.Text("Web:BaseAddress", "http://localhost:7071/");
        if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var baseAddress)
            || baseAddress.Scheme is not ("http" or "https"))
        {
            settings.Refuse("Web:BaseAddress must be the http(s) address that people reach the service at; links in emails begin with it.");
            baseAddress = new Uri("http://localhost:7071/");
        }

        return new WebOptions
        {
            BaseAddress = baseAddress,
            MaxBodyBytes = settings.Number("Web:MaxBodyBytes", 1024 * 1024),
            ContentFolder = settings.Folder("Web:ContentFolder", AppContext.BaseDirectory),
            Contact = settings.Text("Web:Contact").Trim(),
        };
    }
}
