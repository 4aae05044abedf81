namespace ReverseMentoring.Domain.Documents;

/// <summary>The one source of chance: ids that say nothing and secrets that cannot be guessed.</summary>
public interface IMakeIds
{
    /// <summary>An opaque id for a person: "p-" and eight letters or digits.</summary>
    string NewPersonId();

    /// <summary>The secret part of a link: at least 128 random bits, in letters that need no escaping in a URL.</summary>
    string NewLinkSecret();
}
