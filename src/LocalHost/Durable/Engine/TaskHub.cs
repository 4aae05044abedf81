using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>The live orchestrations in memory, what is ready to run, and the way to the disk.</summary>
/// <remarks>Memory never runs ahead of the disk: nothing is admitted, delivered or started before its commit.</remarks>
internal sealed class TaskHub(
    Database database, TimeProvider clock, WorkTracker work, Agenda agenda, ILogger<TaskHub> logger, FunctionsHostOptions options)
        : IDisposable
{
    private readonly ConcurrentDictionary<string, Instance> _live = new(StringComparer.Ordinal);
    private readonly Channel<Instance> _turns = Channel.CreateUnbounded<Instance>();
    private readonly Channel<ActivityRow> _activities = Channel.CreateUnbounded<ActivityRow>();

    public Database Database => database;

    public WorkTracker Work => work;

    public CommitWriter Writer { get; } = new(database, options.OneAtATime);

    public Numbers Numbers { get; } = new();

    public Changes Changes { get; } = new();

    public ChannelReader<Instance> Turns => _turns.Reader;

    public ChannelReader<ActivityRow> Activities => _activities.Reader;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes in an instance that has just been stored or loaded, in place of any other of its id.</summary>
    public void Admit(Instance instance, DateTime? startAt)
    {
        if (_live.TryGetValue(instance.Id, out var old))
        {
            Forget(old);
        }

        _live[instance.Id] = instance;
        if (startAt is { } due && due > Now)
        {
            instance.Timers[Instance.StartTimer] = agenda.Add(
                new(due, TimeSpan.Zero),
                () =>
                {
                    instance.MayStart = true;
                    Wake(instance);
                },
                KeepLength);
        }
        else
        {
            instance.MayStart = true;
        }
        if (instance.HasReasonToRun)
        {
            Wake(instance);
        }
    }

    public void Deliver(string id, Message message)
    {
        if (_live.TryGetValue(id, out var instance))
        {
            Deliver(instance, message);
        }
        else
        {
            Discard([message]);
        }
    }

    public void Deliver(Instance instance, Message message)
    {
        if (instance.Push(message))
        {
            Wake(instance);
        }
        else
        {
            Discard([message]);
        }
    }

    public void Wake(Instance instance)
    {
        if (!instance.Wake())
        {
            return;
        }

        work.Enter();
        _turns.Writer.TryWrite(instance);
    }

    public void EndTurn(Instance instance)
    {
        if (instance.EndTurn())
        {
            _turns.Writer.TryWrite(instance);
        }
        else
        {
            work.Leave();
        }
    }

    public void Forget(Instance instance)
    {
        _live.TryRemove(new(instance.Id, instance));
        Discard(instance.Close());
    }

    public void StartActivity(ActivityRow row)
    {
        work.Enter();
        _activities.Writer.TryWrite(row);
    }

    public void AddTimer(Instance instance, int task, DateTime due)
    {
        var execution = instance.Execution;
        instance.Timers[task] = agenda.Add(
            new(due, TimeSpan.Zero), () => Deliver(instance, new(new TimerFired(task), execution)), KeepLength);
    }

    /// <summary>Writes without anyone waiting; until it is safe the host counts as busy.</summary>
    public void Post(Action<Tables> write, Action committed)
    {
        work.Enter();
        Writer.Post(new(
            write,
            () =>
            {
                committed();
                work.Leave();
            },
            Fault));
    }

    /// <summary>Results that are only in memory, because no turn has lived through them yet, are stored before a stop.</summary>
    public void StoreUnread()
    {
        foreach (var instance in _live.Values)
        {
            var unread = instance.Take().FindAll(message => message.ActivityId != 0);
            if (unread.Count == 0)
            {
                continue;
            }

            Post(
                tables => unread.ForEach(message =>
                {
                    tables.DeleteActivity(message.ActivityId);
                    tables.InsertMessage(Numbers.NextMessage(), instance.Id, message.Execution, HistoryJson.Write(message.Event));
                }),
                () => { });
        }
    }

    public void Fault(Exception exception)
    {
        logger.LogCritical(
            exception, "Durable state could not be written to {File}; orchestrations stand still until a restart.", database.FilePath);
        work.Fault(new InvalidOperationException(
            $"Durable state could not be written to {database.FilePath} ({exception.Message}). Nothing is lost that was stored before: " +
            "see that the disk has room and the folder can be written to, then start the host again.",
            exception));
    }

    public void Dispose()
    {
        _turns.Writer.TryComplete();
        _activities.Writer.TryComplete();
        Writer.Dispose();
        database.Close();
    }

    // A minute's wait lasts a minute, also when the clock goes back a day; whoever waits for a date looks at the clock and waits again.
    private static DateTimeOffset KeepLength(DateTimeOffset due, TimeSpan back) => due - back;

    // The row of an activity stays until its end has been lived through; when nobody will, it goes now.
    private void Discard(List<Message> unread)
    {
        var ended = unread.Where(message => message.ActivityId != 0).Select(message => message.ActivityId).ToList();
        if (ended.Count > 0)
        {
            Post(tables => ended.ForEach(tables.DeleteActivity), () => { });
        }
    }
}
