using System.Text.Json;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Infra.Tests.Build;

public class PrivateLoggingTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Error, false)]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware", LogLevel.Information, false)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning, true)]
    [InlineData("ReverseMentoring.Functions.Adapters.LoggingObserver", LogLevel.Information, true)]
    public void What_names_the_address_of_a_request_is_silent(string logger, LogLevel level, bool speaks)
    {
        using var everything = new Everything();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(everything).KeepLinksOut());
        Assert.Equal(speaks, factory.CreateLogger(logger).IsEnabled(level));
    }

    [Fact]
    public void The_Functions_host_logs_our_lines_and_of_its_own_only_warnings()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var levels = host.RootElement.GetProperty("logging")
            .GetProperty("logLevel").EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetString(), StringComparer.Ordinal);
        Assert.Equal("Warning", levels["default"]);
        Assert.Equal(["Function", "ReverseMentoring", "default"], levels.Keys.Order(StringComparer.Ordinal));
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
