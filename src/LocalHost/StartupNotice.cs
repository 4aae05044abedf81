using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Staff;

namespace ReverseMentoring.LocalHost;

/// <summary>Tells the person who started the app where to go first and where things are. Keys are named by file, not shown.</summary>
internal sealed class StartupNotice(
    IHostApplicationLifetime lifetime, IServer server, FunctionsHostOptions options, MailOptions mail, OwnerPass owner) : IHostedService
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
        var home = OwnAddress.Reachable(addresses.FirstOrDefault() ?? options.Url);
        var isPickup = mail.Mode == MailMode.Pickup;
        Console.WriteLine(
            $"""

            Reverse Mentoring is running. Ctrl+C stops it.

              Open    {home}
              Try     a cohort: press "Try a cohort now" on that page
              Run it  {home}console/enter/{owner.Issue()} (for whoever runs cohorts; works once)
              Emails  {(isPickup ? $"{home}emails (files in {mail.Folder})" : $"leave through {mail.Mode}")}
              Data    {options.DataFolder}
              Keys    {Path.Combine(options.DataFolder, "keys")} (function.key, admin.key); a program sends one as x-functions-key

            """);
    }
}
