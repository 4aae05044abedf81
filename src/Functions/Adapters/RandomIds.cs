using System.Buffers.Text;
using System.Security.Cryptography;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Adapters;

/// <summary>Ids and secrets from the system's cryptographic source.</summary>
public sealed class RandomIds : IMakeIds
{
    /// <summary>No vowels: an id never spells a word.</summary>
    private const string Alphabet = "bcdfghjkmnpqrstvwxz23456789";

    public string NewPersonId() => $"p-{RandomNumberGenerator.GetString(Alphabet, 8)}";

    public string NewLinkSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
