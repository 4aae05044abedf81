using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Domain.Documents;

/// <summary>What stands in the store in the place of a secret or an address.</summary>
public static class Digest
{
    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
