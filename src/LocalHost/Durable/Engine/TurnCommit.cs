using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Everything one turn changes: gathered first, written in one transaction, and carried out only then.</summary>
/// <remarks>The file is long because the turn's writes and the effects that follow them must be read side by side.</remarks>
internal sealed class TurnCommit(TaskHub hub, Instance instance, IEnumerable<Message> stale)
{
    private readonly long execution = instance.Execution;
    private readonly List<Message> consumed = stale.ToList();
    private readonly List<Message> parked = [];
    private readonly List<Message> stored = [];
    private readonly List<Message> carried = [];
    private readonly List<HistoryEvent> lived = [];
    private readonly List<ActivityRow> activities = [];
    private readonly List<(InstanceRow Row, Message Refused)> children = [];
    private readonly List<(string Target, Message Message)> sent = [];
    private readonly List<TimerCreated> timers = [];
    private readonly List<int> endedTimers = [];
    private readonly HashSet<Message> refusals = new(ReferenceEqualityComparer.Instance);
    private readonly DateTime now = hub.Now;
    private OrchestrationRuntimeStatus status = instance.Status;
    private CustomStatus? customStatus;
    private (string? Output, Failure? Failure)? end;
    private (long Execution, string? Input, string? Version)? next;
    private bool applied;

    /// <summary>Nothing is lived through now: results that exist only in memory are stored until the instance goes on.</summary>
    public void Parked(IEnumerable<Message> controls, List<Message> waiting, bool suspended)
    {
        consumed.AddRange(controls);
        foreach (var message in waiting)
        {
            if (message.ActivityId == 0)
            {
                parked.Add(message);
                continue;
            }
            consumed.Add(message);
            var safe = Stored(message.Event, message.Execution);
            stored.Add(safe);
            parked.Add(safe);
        }
        if (suspended)
            status = OrchestrationRuntimeStatus.Suspended;
        else if (instance.IsSuspended)
            status = instance.Turns == 0 ? OrchestrationRuntimeStatus.Pending : OrchestrationRuntimeStatus.Running;
    }

    public void Terminated(List<Message> messages, string? output)
    {
        consumed.AddRange(messages);
        status = OrchestrationRuntimeStatus.Terminated;
        end = (output, null);
        TellParent(new ChildFailed(0, new("Terminated", $"Sub-orchestration '{instance.Id}' was terminated.", null, null)));
    }

    public void Ended(List<Message> messages, TurnResult result) => Lived(messages, [], result);

    public void Lived(List<Message> messages, List<HistoryEvent> present, TurnResult result)
    {
        consumed.AddRange(messages);
        lived.AddRange(present);
        customStatus = result.Status;
        foreach (var action in result.Actions)
            Add(action);
        endedTimers.AddRange(messages.Select(message => message.Event).OfType<TimerFired>().Select(fired => fired.Id));
        Conclude(result);
    }

    public void Post(Action<OrchestrationRuntimeStatus> onStatus, Action committed)
    {
        if (consumed.Count == 0 && lived.Count == 0 && end is null && status == instance.Status)
        {
            instance.PutBack(parked);
            hub.EndTurn(instance);
            committed();
            return;
        }
        hub.Post(Write, () =>
        {
            CarryOut(onStatus);
            hub.EndTurn(instance);
            committed();
        });
    }

    private void Conclude(TurnResult result)
    {
        switch (result.End)
        {
            case TurnEnd.Waiting:
                status = OrchestrationRuntimeStatus.Running;
                break;
            case TurnEnd.Completed:
                status = OrchestrationRuntimeStatus.Completed;
                end = (result.Output, null);
                TellParent(new ChildCompleted(0, result.Output));
                break;
            case TurnEnd.Failed:
                status = OrchestrationRuntimeStatus.Failed;
                end = (null, result.Failure);
                TellParent(new ChildFailed(0, result.Failure!));
                break;
            default:
                status = OrchestrationRuntimeStatus.Running;
                next = (hub.Numbers.NextExecution(), result.Next!.Input, result.Next.Version ?? instance.Version);
                carried.AddRange(result.CarriedOver.Select(raised => Stored(raised, null)));
                break;
        }
    }

    private void Add(NewAction action)
    {
        lived.Add(action.Taken);
        switch (action.Taken)
        {
            case ActivityScheduled activity:
                activities.Add(new(
                    hub.Numbers.NextActivity(), instance.Id, execution, activity.Id, activity.Name, action.Payload));
                break;
            case ChildScheduled child:
                var link = new ParentLink(instance.Id, instance.Name, execution, child.Id);
                var tags = action.Tags is { Count: > 0 } ? HistoryJson.Write(action.Tags) : null;
                var row = new InstanceRow(
                    child.Instance, hub.Numbers.NextExecution(), child.Name, action.Version, now, null, action.Payload, tags, link);
                children.Add((row, Stored(new ChildFailed(child.Id, ChildRefused(child)), execution)));
                break;
            case EventSent sending:
                sent.Add((sending.Instance, Stored(new EventRaised(sending.Name, action.Payload), null)));
                break;
            case TimerCreated timer:
                timers.Add(timer);
                break;
        }
    }

    private static Failure ChildRefused(ChildScheduled child) => new(
        typeof(InvalidOperationException).FullName!,
        $"Sub-orchestration '{child.Name}' was not started: an instance '{child.Instance}' is running already.",
        null,
        null);

    private void TellParent(ActionEnded ended)
    {
        if (instance.Parent is { } parent)
            sent.Add((parent.Id, Stored(ended with { Id = parent.Task }, parent.Execution)));
    }

    private Message Stored(HistoryEvent happened, long? forExecution) => new(happened, forExecution, hub.Numbers.NextMessage());

    private void Write(Tables tables)
    {
        refusals.Clear();
        applied = tables.UpdateRunning(instance.Id, execution, status, now);
        WriteConsumed(tables);
        if (!applied)
            return;
        if (customStatus is { } set)
            tables.SetCustomStatus(instance.Id, set.Serialized);
        if (end is { } ending)
            WriteEnd(tables, ending.Output, ending.Failure);
        else if (next is { } generation)
            WriteGeneration(tables, generation);
        else
            WriteProgress(tables);
        WriteActions(tables);
    }

    private void WriteConsumed(Tables tables)
    {
        foreach (var message in consumed)
        {
            if (message.StoredId != 0)
                tables.DeleteMessage(message.StoredId);
            if (message.ActivityId != 0)
                tables.DeleteActivity(message.ActivityId);
        }
    }

    private void WriteEnd(Tables tables, string? output, Failure? failure)
    {
        tables.SetEnd(instance.Id, output, failure);
        if (lived.Count > 0)
            tables.InsertHistory(execution, instance.Turns, HistoryJson.Write(lived));
        tables.DeleteTimers(execution);
        tables.DeleteMessagesOf(instance.Id);
    }

    private void WriteGeneration(Tables tables, (long Execution, string? Input, string? Version) begun)
    {
        tables.DeleteExecution(execution);
        tables.BeginGeneration(instance.Id, begun.Execution, instance.Generation + 1, begun.Version, begun.Input);
        foreach (var message in carried)
            Insert(tables, instance.Id, message);
    }

    private void WriteProgress(Tables tables)
    {
        foreach (var message in stored)
            Insert(tables, instance.Id, message);
        if (lived.Count > 0)
            tables.InsertHistory(execution, instance.Turns, HistoryJson.Write(lived));
        foreach (var timer in timers)
            tables.InsertTimer(execution, timer.Id, timer.FireAt);
        foreach (var timer in endedTimers)
            tables.DeleteTimer(execution, timer);
    }

    private void WriteActions(Tables tables)
    {
        foreach (var activity in activities)
            tables.InsertActivity(activity);
        foreach (var (row, refused) in children)
        {
            if (!IsLive(tables, row.Id))
            {
                tables.InsertInstance(row);
                continue;
            }
            refusals.Add(refused);
            Insert(tables, instance.Id, refused);
        }
        foreach (var (target, message) in sent.Where(sending => IsLive(tables, sending.Target)))
            Insert(tables, target, message);
    }

    private static bool IsLive(Tables tables, string id) => tables.StatusOf(id)?.IsLive() ?? false;

    private static void Insert(Tables tables, string target, Message message)
        => tables.InsertMessage(message.StoredId, target, message.Execution, HistoryJson.Write(message.Event));

    private void CarryOut(Action<OrchestrationRuntimeStatus> onStatus)
    {
        if (!applied)
        {
            hub.Forget(instance);
            return;
        }
        var changed = status != instance.Status;
        instance.Status = status;
        Remember();
        foreach (var activity in activities)
            hub.StartActivity(activity);
        foreach (var (row, refused) in children)
        {
            if (refusals.Contains(refused))
                hub.Deliver(instance, refused);
            else
                hub.Admit(Instance.Of(row), null);
        }
        foreach (var (target, message) in sent)
            hub.Deliver(target, message);
        hub.Changes.Signal(instance.Id);
        if (changed)
            onStatus(status);
    }

    private void Remember()
    {
        if (end is not null)
        {
            hub.Forget(instance);
            return;
        }
        if (next is { } generation)
        {
            instance.CancelTimers();
            instance.History.Clear();
            instance.Turns = 0;
            instance.Generation++;
            (instance.Execution, instance.Input, instance.Version) = generation;
            instance.PutBack(carried);
            instance.Wake();
            return;
        }
        instance.PutBack(parked);
        if (lived.Count > 0)
            instance.Turns++;
        instance.History.AddRange(lived);
        foreach (var timer in endedTimers)
            instance.CancelTimer(timer);
        foreach (var timer in timers)
            hub.AddTimer(instance, timer.Id, timer.FireAt);
    }
}
