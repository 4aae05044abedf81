using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>The function key and the admin key. Without a setting each is made once and kept where only the owner can read it.</summary>
internal sealed class KeyRing(FunctionsHostOptions options)
{
    private readonly byte[] _functionKey = Digest(options.FunctionKey ?? Kept(options.DataFolder, "function.key"));
    private readonly byte[] _adminKey = Digest(options.AdminKey ?? Kept(options.DataFolder, "admin.key"));

    /// <summary>
    /// Why the request may not run a function of this level; null where it may. The key is in <c>x-functions-key</c> or <c>?code=</c>.
    /// </summary>
    public Refusal? Refuses(HttpContext http, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return null;
        }

        var request = http.Request;
        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        var digest = Digest(shown);
        var isAdmin = CryptographicOperations.FixedTimeEquals(digest, _adminKey);
        var isFunction = CryptographicOperations.FixedTimeEquals(digest, _functionKey);
        if (isAdmin || (isFunction && level <= AuthorizationLevel.Function))
        {
            return null;
        }

        if (isFunction)
        {
            return new Refusal(
                RefusalKind.NotAllowed, "This key does not open this", "Nothing was changed. This call takes the administrators' key.");
        }

        http.Response.Headers.WWWAuthenticate = "FunctionsKey realm=\"api\"";
        return new Refusal(
            RefusalKind.NotKnown,
            "This call needs a key",
            "Nothing was changed. Send the key in the header x-functions-key. On one machine the service says at its start where its keys "
                + "are.");
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
