namespace Azure.Communication.Email;

/// <summary>A file sent with a message.</summary>
public class EmailAttachment(string name, string contentType, BinaryData content)
{
    public string Name { get; } = name;

    public string ContentType { get; } = contentType;

    public BinaryData Content { get; } = content;
}
