using Microsoft.Extensions.Configuration;

namespace ReverseMentoring.LocalHost;

/// <summary>Where a browser on this machine finds the host.</summary>
internal static class OwnAddress
{
    private static readonly string[] EveryAddress = ["://[::]", "://0.0.0.0", "://+", "://*"];

    /// <summary>Ends with a slash. "Every address of this machine" is none that a browser can open, so it becomes localhost.</summary>
    public static string Reachable(string listening)
    {
        var wild = Array.Find(EveryAddress, any => listening.Contains(any, StringComparison.Ordinal));
        return (wild is null ? listening : listening.Replace(wild, "://localhost", StringComparison.Ordinal)).TrimEnd('/') + "/";
    }

    /// <summary>Whoever moves the host to another port means the links in emails to go there, unless a setting says otherwise.</summary>
    public static void BeginsLinks(IConfiguration settings)
    {
        var listening = settings["urls"]?.Split(';')[0] ?? "";
        var isChosenByTheSystem = listening.TrimEnd('/').EndsWith(":0", StringComparison.Ordinal);
        if (settings["Web:BaseAddress"] is not { Length: > 0 } && listening.Length > 0 && !isChosenByTheSystem)
        {
            settings["Web:BaseAddress"] = Reachable(listening);
        }
    }
}
