using System.Security.Cryptography;
using System.Text;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Staff;

/// <summary>
/// The one-time link for whoever started the service on a machine of their own. A host that prints it issues it; on Azure nobody does, and
/// then no link of this kind is good.
/// </summary>
public sealed class OwnerPass(IMakeIds ids)
{
    public const string Prefix = "owner";

    private string? _token;

    /// <summary>A new one; any before it is good no more.</summary>
    /// <returns>What stands after console/enter/ in its address.</returns>
    public string Issue() => _token = $"{Prefix}.{ids.NewLinkSecret()}";

    public bool IsGood(string token) => Same(Volatile.Read(ref _token), token);

    /// <returns>Whether it was good; it is not, from now on.</returns>
    public bool Take(string token)
    {
        var issued = Volatile.Read(ref _token);
        return Same(issued, token) && Interlocked.CompareExchange(ref _token, null, issued) == issued;
    }

    private static bool Same(string? issued, string token) =>
        issued is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(issued), Encoding.UTF8.GetBytes(token));
}
