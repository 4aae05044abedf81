using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Ids that look random and are the same on every replay.</summary>
internal static class ReplayedGuid
{
    /// <remarks>The generation counts too: on a virtual clock two generations can run at the same instant.</remarks>
    public static Guid Make(string instance, int generation, DateTime now, int number)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{instance}\n{generation}\n{now.Ticks}\n{number}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
