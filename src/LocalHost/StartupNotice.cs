using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.LocalHost;

/// <summary>Tells the person who started the app where things are. Keys are named by file, not shown.</summary>
internal sealed class StartupNotice(
    IHostApplicationLifetime lifetime, IServer server, FunctionsHostOptions options, FunctionCatalog catalog) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"Listening on {string.Join(", ", addresses)} ({catalog.Http.Count} HTTP functions). Ctrl+C stops.");
        Console.WriteLine($"Data in      {options.DataFolder}");
        Console.WriteLine($"Keys in      {Path.Combine(options.DataFolder, "keys")} (function.key, admin.key); send one as x-functions-key");
    }
}
