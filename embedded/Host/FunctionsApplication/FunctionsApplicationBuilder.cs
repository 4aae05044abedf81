using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Embedded.Host;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Gathers services and settings, then builds the app.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal) { ["--data"] = "Data:Folder" };

    private readonly WebApplicationBuilder web;
    private bool built;

    internal FunctionsApplicationBuilder(string[] args)
    {
        web = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        web.Configuration.AddInMemoryCollection(LocalSettings.Values(AppContext.BaseDirectory));
        web.Configuration.AddEnvironmentVariables();
        web.Configuration.AddCommandLine(args, Switches);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    /// <exception cref="InvalidOperationException">It was built already.</exception>
    public IHost Build()
    {
        if (built)
            throw new InvalidOperationException("The application has been built already.");
        built = true;
        var options = new FunctionsHostOptions
        {
            FunctionAssembly = Assembly.GetEntryAssembly(),
            DataFolder = Path.GetFullPath(Configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data"),
            Url = Configuration["urls"] is { Length: > 0 } urls ? urls : "http://localhost:7071",
        };
        web.AddFunctionsHost(options);
        Services.AddHostedService<StartupNotice>();
        var app = web.Build();
        app.UseFunctions();
        return app;
    }
}
