namespace Azure.Storage;

/// <summary>The name of a storage account and its key, in base64. For emulators; on Azure the app signs in with its own identity.</summary>
public class StorageSharedKeyCredential
{
    private readonly byte[] _key;

    /// <exception cref="FormatException">The key is not base64.</exception>
    public StorageSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    internal ReadOnlySpan<byte> Key => _key;
}
