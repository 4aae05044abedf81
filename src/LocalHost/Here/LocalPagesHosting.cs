using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>Adds the pages for this machine to a host. They are no functions, so that no deployment to Azure has them.</summary>
public static class LocalPagesHosting
{
    public static IServiceCollection AddLocalPages(this IServiceCollection services)
    {
        services.AddSingleton(new TryNowDefinition(Path.Combine(AppContext.BaseDirectory, "try-now")));
        services.AddSingleton<TryNow>();
        services.AddSingleton<EmailFolder>();
        services.AddSingleton<EmailPages>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<LocalPages>();
        return services;
    }

    internal static void UseLocalPages(this WebApplication app)
    {
        if (app.Services.GetService<LocalPages>() is { } pages)
        {
            app.Use((http, next) => pages.AnswerAsync(http, _ => next(http)));
        }
    }
}
