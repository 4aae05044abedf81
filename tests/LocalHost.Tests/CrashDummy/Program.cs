using System.Globalization;
using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Tests.CrashDummy;

// A process made to be killed: it starts its walkers unless they are on their way already, and ends when all have arrived.
// Arguments: the data folder, how many walkers, how many steps each.
var folder = args[0];
var walkers = int.Parse(args[1], CultureInfo.InvariantCulture);
var steps = int.Parse(args[2], CultureInfo.InvariantCulture);
var options = new FunctionsHostOptions { DataFolder = folder };
options.FunctionTypes.Add(typeof(Walking));
await using var host = await FunctionsHost.StartAsync(
    options, services => services.AddSingleton(new Footprints(Path.Combine(folder, "footprints.txt"))));
Console.WriteLine("running");

var ids = Enumerable.Range(0, walkers).Select(n => $"walker-{n:00}").ToList();
foreach (var id in ids)
{
    try
    {
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Walking.Walk),
            new WalkState(0, steps, 0),
            new StartOrchestrationOptions(id).WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>()));
    }
    catch (OrchestrationAlreadyExistsException)
    {
        // It began before the last kill.
    }
}

var ends = await Task.WhenAll(ids.Select(id => host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)));
await File.WriteAllTextAsync(
    Path.Combine(folder, "results.json"),
    JsonSerializer.Serialize(ends.Select(end => new { end.InstanceId, Status = end.RuntimeStatus.ToString(), end.SerializedOutput })));
