using DurableTask.Core.History;
using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.DurablePatterns;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Functions;
using P = Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>
/// The local host's histories, turn by turn, through the entry by which the Functions worker runs an orchestrator on Azure: it does in
/// each turn what the local host says it did.
/// </summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("durable-protocol-").FullName;
    private FunctionsHost? _host;

    public static TheoryData<string> Names =>
        [.. Pattern.All.Where(pattern => pattern.Value.Expected != Outcome.Gone).Select(pattern => pattern.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_workers_own_entry_takes_the_same_actions_in_every_turn(string name)
    {
        await Pattern.All[name].PlayAsync(_host!.Client, "it").WaitAsync(TimeSpan.FromMinutes(1));

        var history = await _host.Client.GetOrchestrationHistoryAsync("it");
        var turns = Turns.Of(history);

        Assert.NotEmpty(turns);
        Assert.All(turns, turn => Assert.Equal(turn.Actions, Actions(turn)));
    }

    public async Task InitializeAsync()
    {
        var options = new FunctionsHostOptions { DataFolder = _folder, DurableCommits = false, DefaultVersion = string.Empty };
        foreach (var type in Pattern.FunctionTypes)
        {
            options.FunctionTypes.Add(type);
        }

        _host = await FunctionsHost.StartAsync(options);
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Actions(Turn turn)
    {
        var started = turn.Past.Concat(turn.Present).OfType<ExecutionStartedEvent>().Single();
        var request = new P.OrchestratorRequest { InstanceId = started.OrchestrationInstance.InstanceId };
        request.PastEvents.AddRange(turn.Past.Select(ProtocolHistory.Of));
        request.NewEvents.AddRange(turn.Present.Select(ProtocolHistory.Of));
        var function = new FunctionByName(
            started.Name,
            started.Input,
            _host!.Services.GetRequiredService<DurableFunctions>(),
            _host.Services.GetRequiredService<DataConverter>());
        var response = GrpcOrchestrationRunner.LoadAndRun(Convert.ToBase64String(request.ToByteArray()), function);
        return P.OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(response)).Actions.Select(Describe);
    }

    private static string Describe(P.OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        P.OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => $"{action.Id} activity {action.ScheduleTask.Name}",
        P.OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => $"{action.Id} timer {action.CreateTimer.FireAt.ToDateTime():O}",
        P.OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration =>
            $"{action.Id} child {action.CreateSubOrchestration.Name} {action.CreateSubOrchestration.InstanceId}",
        P.OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent =>
            $"{action.Id} event {action.SendEvent.Name} to {action.SendEvent.Instance.InstanceId}",
        P.OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration => $"end {action.CompleteOrchestration.Result}",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.OrchestratorActionTypeCase, "No action of an orchestrator."),
    };
}
