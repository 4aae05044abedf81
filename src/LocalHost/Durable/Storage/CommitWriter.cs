using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.LocalHost.Durable.Storage;

/// <summary>One change to the database: what to write, what to do once it is safe, and what if it cannot be written.</summary>
/// <remarks><c>Write</c> may run twice, when a neighbour in its batch fails: it must not depend on having run once.</remarks>
internal sealed record Change(Action<Tables> Write, Action Committed, Action<Exception> Failed);

/// <summary>
/// Writes changes in the order they come, as many as are waiting in one transaction: while the disk syncs one batch, the next
/// gathers.
/// </summary>
internal sealed class CommitWriter : IDisposable
{
    private const int LargestBatch = 1000;

    private readonly BlockingCollection<Change> _queue = [];
    private readonly SqliteConnection _connection;
    private readonly Tables _tables;
    private readonly Lock _alone = new();
    private readonly Thread? _thread;
    private volatile bool _isClosed;

    /// <param name="database">Where to write.</param>
    /// <param name="oneAtATime">
    /// Changes come one by one: each is written on the thread that brings it, for there is nothing to gather, and handing it over costs
    /// more.
    /// </param>
    public CommitWriter(Database database, bool oneAtATime)
    {
        _connection = database.OpenWriter();
        _tables = new(_connection);
        if (!oneAtATime)
        {
            _thread = new(Run) { IsBackground = true, Name = "durable writer" };
            _thread.Start();
        }
    }

    public void Post(Change change)
    {
        try
        {
            if (_thread is null)
            {
                CommitHere(change);
            }
            else
            {
                _queue.Add(change);
            }
        }
        catch (InvalidOperationException) when (_isClosed)
        {
            change.Failed(new InvalidOperationException("The host has stopped; start it again before you change anything."));
        }
    }

    /// <summary>Writes and returns what the writing returned, once it is safe.</summary>
    public Task<T> WriteAsync<T>(Func<Tables, T> write, Action<T>? committed = null)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        Post(new(
            t => result = write(t),
            () =>
            {
                committed?.Invoke(result);
                done.SetResult(result);
            },
            exception => done.SetException(exception)));
        return done.Task;
    }

    /// <summary>Writes what is waiting, then closes.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _queue.CompleteAdding();
        _thread?.Join();
        lock (_alone)
        {
            _tables.Dispose();
            _connection.Dispose();
        }

        _queue.Dispose();
    }

    // What follows a commit may bring the next change; it comes on this thread, which may enter again.
    private void CommitHere(Change change)
    {
        lock (_alone)
        {
            if (_isClosed)
            {
                throw new InvalidOperationException("The writer is closed.");
            }

            CommitAlone(change);
        }
    }

    private void Run()
    {
        var batch = new List<Change>();
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < LargestBatch && _queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            if (TryCommit(batch) is null)
            {
                batch.ForEach(change => change.Committed());
            }
            else
            {
                batch.ForEach(CommitAlone);
            }

            batch.Clear();
        }
    }

    private void CommitAlone(Change change)
    {
        if (TryCommit([change]) is { } exception)
        {
            change.Failed(exception);
        }
        else
        {
            change.Committed();
        }
    }

#pragma warning disable CA1031 // Whatever goes wrong belongs to the change that caused it, and is given to it.
    private Exception? TryCommit(List<Change> batch)
    {
        try
        {
            _tables.Begin();
            foreach (var change in batch)
            {
                change.Write(_tables);
            }

            _tables.Commit();
            return null;
        }
        catch (Exception exception)
        {
            try
            {
                _tables.Rollback();
            }
            catch (SqliteException)
            {
                // SQLite has rolled back by itself.
            }
            return exception;
        }
    }
#pragma warning restore CA1031
}
