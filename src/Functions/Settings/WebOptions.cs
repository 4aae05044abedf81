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
}
