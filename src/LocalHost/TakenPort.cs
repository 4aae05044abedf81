using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.LocalHost;

/// <summary>Says in words that another program listens where this one should, most often the same service started twice.</summary>
internal static class TakenPort
{
    /// <summary>Asked before anything is written, so that a start in vain leaves no folder behind.</summary>
    /// <param name="urls">Addresses as Kestrel takes them, with semicolons between.</param>
    public static bool IsTold(string urls)
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        var taken = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url).Port).FirstOrDefault(port => port != 0 && listeners.Any(l => l.Port == port));
        return taken != 0 && Tell(taken.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <returns>The exit code.</returns>
    public static int Run(WebApplication app, string urls)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            // Somebody was faster between the question above and the start.
            Tell(urls);
            return 1;
        }
    }

    private static bool Tell(string where)
    {
        Console.Error.WriteLine(
            $"""
            Another program listens at {where} already, so the service was not started. Nothing was changed.
            It may be this service, in another window: stop it there with Ctrl+C, or start this one elsewhere:
              dotnet run --project src/LocalHost -- --urls http://localhost:7072
            """);
        return true;
    }
}
