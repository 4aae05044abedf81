using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Privacy;

/// <summary>Keeps every log line of every level, its scopes included.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(LogLines lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => lines._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var within = new List<string>();
            lines._scopes.ForEachScope((scope, list) => list.Add(scope?.ToString() ?? ""), within);
            lines.Lines.Enqueue($"{formatter(state, exception)} {exception} {string.Join(' ', within)}");
        }
    }
}
