using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>A name for a message that is fit for a file and for a Message-ID.</summary>
internal static class OperationName
{
    private const int Longest = 100;

    /// <summary>The id itself if it is short and plain, else its SHA-256; the same for the same id.</summary>
    public static string Of(string operationId) =>
        operationId.Length is > 0 and <= Longest && operationId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? operationId
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operationId)));
}
