using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>The function key and the admin key. Without a setting each is made once and kept where only the owner can read it.</summary>
internal sealed class KeyRing(FunctionsHostOptions options)
{
    private readonly byte[] _functionKey = Digest(options.FunctionKey ?? Kept(options.DataFolder, "function.key"));
    private readonly byte[] _adminKey = Digest(options.AdminKey ?? Kept(options.DataFolder, "admin.key"));

    /// <summary>Whether the request may run a function of this level; the key is in <c>x-functions-key</c> or <c>?code=</c>.</summary>
    public bool Opens(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        var digest = Digest(shown);
        var isAdmin = CryptographicOperations.FixedTimeEquals(digest, _adminKey);
        var isFunction = CryptographicOperations.FixedTimeEquals(digest, _functionKey);
        return isAdmin || (isFunction && level <= AuthorizationLevel.Function);
    }

    // Digests are all of one length, so that comparing them tells nothing of the keys' length either.
    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Kept(string dataFolder, string name)
    {
        var folder = Path.Combine(dataFolder, "keys");
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        Directory.CreateDirectory(folder);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var access = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, access);
        file.WriteLine(key);
        return key;
    }
}
