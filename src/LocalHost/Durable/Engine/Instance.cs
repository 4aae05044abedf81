using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>An orchestration that has not ended, as it is in memory. Only its turn touches it, except for the inbox.</summary>
internal sealed class Instance(string id, string name, ParentLink? parent)
{
    /// <summary>The key of the scheduled start among the timers, where tasks count from 0.</summary>
    public const int StartTimer = -1;

    private readonly Lock _gate = new();
    private readonly List<Message> _inbox = [];
    private bool _queued;
    private bool _woken;
    private bool _gone;

    public string Id => id;

    public string Name => name;

    public ParentLink? Parent => parent;

    public long Execution { get; set; }

    public int Generation { get; set; } = 1;

    public string? Input { get; set; }

    /// <summary>The version of the orchestration, as its start or its last generation asked for it.</summary>
    public string? Version { get; set; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public List<HistoryEvent> History { get; } = [];

    public int Turns { get; set; }

    /// <summary>Its scheduled start has come.</summary>
    public bool MayStart { get; set; }

    public Dictionary<int, IDisposable> Timers { get; } = [];

    public bool IsSuspended => Status == OrchestrationRuntimeStatus.Suspended;

    public OrchestrationStart Start => new(
        Name, Id, Execution, Version, Input, Tags, parent is null
            ? null
            : new ParentOrchestrationInstance(new TaskName(parent.Name), parent.Id));

    public static Instance Of(InstanceRow row) => new(row.Id, row.Name, row.Parent)
    {
        Execution = row.Execution,
        Input = row.Input,
        Version = row.Version,
        Tags = row.Tags is { } tags ? HistoryJson.ReadTags(tags) : null,
    };

    public bool HasReasonToRun
    {
        get
        {
            lock (_gate)
            {
                return (MayStart && Turns == 0) || _inbox.Count > 0;
            }
        }
    }

    /// <summary>False when the instance has ended.</summary>
    public bool Push(Message message)
    {
        lock (_gate)
        {
            if (!_gone)
            {
                _inbox.Add(message);
            }

            return !_gone;
        }
    }

    /// <summary>True when the instance is to be queued for a turn: it has not been already.</summary>
    public bool Wake()
    {
        lock (_gate)
        {
            _woken = true;
            if (_queued || _gone)
            {
                return false;
            }

            return _queued = true;
        }
    }

    public List<Message> Take()
    {
        lock (_gate)
        {
            _woken = false;
            var taken = _inbox.ToList();
            _inbox.Clear();
            return taken;
        }
    }

    /// <summary>Puts messages back before those that have come since.</summary>
    public void PutBack(IEnumerable<Message> messages)
    {
        lock (_gate)
        {
            _inbox.InsertRange(0, messages);
        }
    }

    /// <summary>The turn is over; true when there is reason for another one.</summary>
    public bool EndTurn()
    {
        lock (_gate)
        {
            _queued = _woken && !_gone;
            return _queued;
        }
    }

    /// <summary>The instance has ended or been replaced: it takes no more messages. Returns those it will never read.</summary>
    public List<Message> Close()
    {
        CancelTimers();
        lock (_gate)
        {
            _gone = true;
            var unread = _inbox.ToList();
            _inbox.Clear();
            return unread;
        }
    }

    public void CancelTimer(int task)
    {
        if (Timers.Remove(task, out var timer))
        {
            timer.Dispose();
        }
    }

    public void CancelTimers()
    {
        foreach (var timer in Timers.Values)
        {
            timer.Dispose();
        }

        Timers.Clear();
    }
}
