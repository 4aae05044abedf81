using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Durable.Client;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Durable.Storage;
using ReverseMentoring.LocalHost.Functions;
using ReverseMentoring.LocalHost.Here;
using ReverseMentoring.LocalHost.Http;
using ReverseMentoring.LocalHost.Timers;

namespace ReverseMentoring.LocalHost;

/// <summary>Puts the host together.</summary>
internal static class Hosting
{
    public static void AddFunctionsHost(this WebApplicationBuilder builder, FunctionsHostOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodySize;
        });
        builder.WebHost.UseUrls(options.Url);
        PrivateLogging.Apply(builder.Services);
        var services = builder.Services;
        services.AddRouting();
        services.AddMvcCore();
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        services.TryAddSingleton(options.Clock);
        services.AddSingleton(options);
        services.AddSingleton<DataConverter>(
            provider => new JsonDataConverter(provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
        services.AddSingleton(_ => new FunctionCatalog(Types(options)));
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<DurableFunctions>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<FunctionEndpoints>();
        services.AddSingleton<WorkTracker>();
        services.AddSingleton(provider => new Agenda(options.Clock, provider.GetRequiredService<WorkTracker>(), options.OneAtATime));
        AddDurable(services, options);
        services.AddSingleton<TimerFunctions>();
        services.AddHostedService<EngineService>();
    }

    public static void UseFunctions(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            AnswerHeaders.PutOn(http);
            return next(http);
        });
        app.UseLocalPages();
        app.UseRouting();

        // Like the Functions host: a method no function takes is not found, rather than not allowed. The app's own catch-all says more.
        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<FunctionEntry>() is not null)
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<FunctionEndpoints>());
#pragma warning disable ASP0014 // The endpoints come from a data source; there is nothing to map one by one.
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
    }

    private static void AddDurable(IServiceCollection services, FunctionsHostOptions options)
    {
        services.AddSingleton(_ => new Database(options.DataFolder, options.DurableCommits));
        services.AddSingleton<TaskHub>(provider => new(
            provider.GetRequiredService<Database>(),
            options.Clock,
            provider.GetRequiredService<WorkTracker>(),
            provider.GetRequiredService<Agenda>(),
            provider.GetRequiredService<ILogger<TaskHub>>(),
            options));
        services.AddSingleton<InstanceReader>();
        services.AddSingleton<DurableTaskClient, LocalDurableTaskClient>();
        services.AddSingleton<FindOrchestrator>(provider => provider.GetRequiredService<DurableFunctions>().Orchestrator);
        services.AddSingleton<FindActivity>(provider => provider.GetRequiredService<DurableFunctions>().Activity);
        services.AddSingleton<Executions>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ActivityRunner>();
        services.AddSingleton<OneAtATimeRunner>();
        services.AddSingleton<DurableEngine>();
    }

    private static List<Type> Types(FunctionsHostOptions options)
    {
        IEnumerable<Assembly> assemblies = options.FunctionAssembly is { } one
            ? options.FunctionAssemblies.Prepend(one)
            : options.FunctionAssemblies;
        return [.. assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()), .. options.FunctionTypes];
    }
}
