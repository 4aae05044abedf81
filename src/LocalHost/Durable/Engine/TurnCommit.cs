using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

// Over 200 lines because a turn is one commit, whose parts share what they write.
/// <summary>Everything one turn changes: gathered first, written in one transaction, and carried out only then.</summary>
/// <remarks>The file is long because the turn's writes and the effects that follow them must be read side by side.</remarks>
internal sealed class TurnCommit(TaskHub hub, Instance instance, IEnumerable<Message> stale)
{
    private readonly long _execution = instance.Execution;
    private readonly List<Message> _consumed = stale.ToList();
    private readonly List<Message> _parked = [];
    private readonly List<Message> _stored = [];
    private readonly List<Message> _carried = [];
    private readonly List<HistoryEvent> _lived = [];
    private readonly List<ActivityRow> _activities = [];
    private readonly List<(InstanceRow Row, Message Refused)> _children = [];
    private readonly List<(string Target, Message Message)> _sent = [];
    private readonly List<TimerCreated> _timers = [];
    private readonly List<int> _endedTimers = [];
    private readonly HashSet<Message> _refusals = new(ReferenceEqualityComparer.Instance);
    private readonly DateTime _now = hub.Now;
    private OrchestrationRuntimeStatus _status = instance.Status;
    private CustomStatus? _customStatus;
    private (string? Output, Failure? Failure)? _end;
    private (long Execution, string? Input, string? Version)? _next;
    private bool _applied;

    /// <summary>Nothing is lived through now: results that exist only in memory are stored until the instance goes on.</summary>
    public void Parked(IEnumerable<Message> controls, List<Message> waiting, bool suspended)
    {
        _consumed.AddRange(controls);
        foreach (var message in waiting)
        {
            if (message.ActivityId == 0)
            {
                _parked.Add(message);
                continue;
            }
            _consumed.Add(message);
            var safe = Stored(message.Event, message.Execution);
            _stored.Add(safe);
            _parked.Add(safe);
        }
        if (suspended)
        {
            _status = OrchestrationRuntimeStatus.Suspended;
        }
        else if (instance.IsSuspended)
        {
            _status = instance.Turns == 0 ? OrchestrationRuntimeStatus.Pending : OrchestrationRuntimeStatus.Running;
        }
    }

    public void Terminated(List<Message> messages, string? output)
    {
        _consumed.AddRange(messages);
        _status = OrchestrationRuntimeStatus.Terminated;
        _end = (output, null);
        TellParent(new ChildFailed(0, new("Terminated", $"Sub-orchestration '{instance.Id}' was terminated.", null, null)));
    }

    public void Ended(List<Message> messages, TurnResult result) => Lived(messages, [], result);

    public void Lived(List<Message> messages, List<HistoryEvent> present, TurnResult result)
    {
        _consumed.AddRange(messages);
        _lived.AddRange(present);
        _customStatus = result.Status;
        foreach (var action in result.Actions)
        {
            Add(action);
        }

        _endedTimers.AddRange(messages.Select(message => message.Event).OfType<TimerFired>().Select(fired => fired.Id));
        Conclude(result);
    }

    public void Post(Action<OrchestrationRuntimeStatus> onStatus, Action committed)
    {
        if (_consumed.Count == 0 && _lived.Count == 0 && _end is null && _status == instance.Status)
        {
            instance.PutBack(_parked);
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
                _status = OrchestrationRuntimeStatus.Running;
                break;
            case TurnEnd.Completed:
                _status = OrchestrationRuntimeStatus.Completed;
                _end = (result.Output, null);
                TellParent(new ChildCompleted(0, result.Output));
                break;
            case TurnEnd.Failed:
                _status = OrchestrationRuntimeStatus.Failed;
                _end = (null, result.Failure);
                TellParent(new ChildFailed(0, result.Failure!));
                break;
            default:
                _status = OrchestrationRuntimeStatus.Running;
                _next = (hub.Numbers.NextExecution(), result.Next!.Input, result.Next.Version ?? instance.Version);
                _carried.AddRange(result.CarriedOver.Select(raised => Stored(raised, null)));
                break;
        }
    }

    private void Add(NewAction action)
    {
        _lived.Add(action.Taken);
        switch (action.Taken)
        {
            case ActivityScheduled activity:
                _activities.Add(new(
                    hub.Numbers.NextActivity(), instance.Id, _execution, activity.Id, activity.Name, action.Payload));
                break;
            case ChildScheduled child:
                var link = new ParentLink(instance.Id, instance.Name, _execution, child.Id);
                var tags = action.Tags is { Count: > 0 } ? HistoryJson.Write(action.Tags) : null;
                var row = new InstanceRow(
                    child.Instance, hub.Numbers.NextExecution(), child.Name, action.Version, _now, null, action.Payload, tags, link);
                _children.Add((row, Stored(new ChildFailed(child.Id, ChildRefused(child)), _execution)));
                break;
            case EventSent sending:
                _sent.Add((sending.Instance, Stored(new EventRaised(sending.Name, action.Payload), null)));
                break;
            case TimerCreated timer:
                _timers.Add(timer);
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
        {
            _sent.Add((parent.Id, Stored(ended with { Id = parent.Task }, parent.Execution)));
        }
    }

    private Message Stored(HistoryEvent happened, long? forExecution) => new(happened, forExecution, hub.Numbers.NextMessage());

    private void Write(Tables tables)
    {
        _refusals.Clear();
        _applied = tables.UpdateRunning(instance.Id, _execution, _status, _now);
        WriteConsumed(tables);
        if (!_applied)
        {
            return;
        }

        if (_customStatus is { } set)
        {
            tables.SetCustomStatus(instance.Id, set.Serialized);
        }

        if (_end is { } ending)
        {
            WriteEnd(tables, ending.Output, ending.Failure);
        }
        else if (_next is { } generation)
        {
            WriteGeneration(tables, generation);
        }
        else
        {
            WriteProgress(tables);
        }

        WriteActions(tables);
    }

    private void WriteConsumed(Tables tables)
    {
        foreach (var message in _consumed)
        {
            if (message.StoredId != 0)
            {
                tables.DeleteMessage(message.StoredId);
            }

            if (message.ActivityId != 0)
            {
                tables.DeleteActivity(message.ActivityId);
            }
        }
    }

    private void WriteEnd(Tables tables, string? output, Failure? failure)
    {
        tables.SetEnd(instance.Id, output, failure);
        if (_lived.Count > 0)
        {
            tables.InsertHistory(_execution, instance.Turns, HistoryJson.Write(_lived));
        }

        tables.DeleteTimers(_execution);
        tables.DeleteMessagesOf(instance.Id);
    }

    private void WriteGeneration(Tables tables, (long Execution, string? Input, string? Version) begun)
    {
        tables.DeleteExecution(_execution);
        tables.BeginGeneration(instance.Id, begun.Execution, instance.Generation + 1, begun.Version, begun.Input);
        foreach (var message in _carried)
        {
            Insert(tables, instance.Id, message);
        }
    }

    private void WriteProgress(Tables tables)
    {
        foreach (var message in _stored)
        {
            Insert(tables, instance.Id, message);
        }

        if (_lived.Count > 0)
        {
            tables.InsertHistory(_execution, instance.Turns, HistoryJson.Write(_lived));
        }

        foreach (var timer in _timers)
        {
            tables.InsertTimer(_execution, timer.Id, timer.FireAt);
        }

        foreach (var timer in _endedTimers)
        {
            tables.DeleteTimer(_execution, timer);
        }
    }

    private void WriteActions(Tables tables)
    {
        foreach (var activity in _activities)
        {
            tables.InsertActivity(activity);
        }

        foreach (var (row, refused) in _children)
        {
            if (!IsLive(tables, row.Id))
            {
                tables.InsertInstance(row);
                continue;
            }
            _refusals.Add(refused);
            Insert(tables, instance.Id, refused);
        }
        foreach (var (target, message) in _sent.Where(sending => IsLive(tables, sending.Target)))
        {
            Insert(tables, target, message);
        }
    }

    private static bool IsLive(Tables tables, string id) => tables.StatusOf(id)?.IsLive() ?? false;

    private static void Insert(Tables tables, string target, Message message)
        => tables.InsertMessage(message.StoredId, target, message.Execution, HistoryJson.Write(message.Event));

    private void CarryOut(Action<OrchestrationRuntimeStatus> onStatus)
    {
        if (!_applied)
        {
            hub.Forget(instance);
            return;
        }
        var changed = _status != instance.Status;
        instance.Status = _status;
        Remember();
        foreach (var activity in _activities)
        {
            hub.StartActivity(activity);
        }

        foreach (var (row, refused) in _children)
        {
            if (_refusals.Contains(refused))
            {
                hub.Deliver(instance, refused);
            }
            else
            {
                hub.Admit(Instance.Of(row), null);
            }
        }
        foreach (var (target, message) in _sent)
        {
            hub.Deliver(target, message);
        }

        hub.Changes.Signal(instance.Id);
        if (changed)
        {
            onStatus(_status);
        }
    }

    private void Remember()
    {
        if (_end is not null)
        {
            hub.Forget(instance);
            return;
        }
        if (_next is { } generation)
        {
            instance.CancelTimers();
            instance.History.Clear();
            instance.Turns = 0;
            instance.Generation++;
            (instance.Execution, instance.Input, instance.Version) = generation;
            instance.PutBack(_carried);
            instance.Wake();
            return;
        }
        instance.PutBack(_parked);
        if (_lived.Count > 0)
        {
            instance.Turns++;
        }

        instance.History.AddRange(_lived);
        foreach (var timer in _endedTimers)
        {
            instance.CancelTimer(timer);
        }

        foreach (var timer in _timers)
        {
            hub.AddTimer(instance, timer.Id, timer.FireAt);
        }
    }
}
